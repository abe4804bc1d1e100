package io.github.sid4j.internal.statistics;

/**
 * How much accuracy one classifier loses against another on the same samples. Only the samples that
 * one of the two is right about carry information; chance decides which of those there are, and so
 * how sure the difference is.
 *
 * @param lost samples that the other is right about and this one is not
 * @param gained samples that this one is right about and the other is not
 * @param samples of both, at least 1, with those that they agree about
 */
public record PairedLoss(long lost, long gained, long samples) {
  private static final int HALVINGS = 60;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if they do not fit each other
   */
  public PairedLoss {
    if (lost < 0 || gained < 0 || samples < 1 || lost + gained > samples) {
      throw new IllegalArgumentException(
          "%s lost and %s gained of %s".formatted(lost, gained, samples));
    }
  }

  /**
   * The share of samples that is lost here.
   *
   * @return -1 to 1; below 0 where more are gained
   */
  public double estimate() {
    return (lost - gained) / (double) samples;
  }

  /**
   * The highest loss that is not excluded: the larger one of an exact bound, of the samples that
   * are lost on balance as if nothing else could happen (Clopper and Pearson), and of the score
   * bound, which counts what could have been lost and gained otherwise (Tango, Statistics in
   * Medicine 1998). The first is what holds with few samples, the second with many.
   *
   * @param risk the probability to be wrong, above 0 and below 0.5
   * @return -1 to 1
   */
  public double upper(double risk) {
    double exact = Binomial.upper(Math.max(0, lost - gained), samples, risk);
    return Math.max(exact, score(Normal.quantile(1 - risk)));
  }

  /**
   * How many samples would show that the loss is at most so much, if they were lost and gained at
   * the same rates.
   *
   * @param loss that is accepted, 0 to 1
   * @param risk as above
   * @return 0 if no number up to ten million does
   */
  public long samplesFor(double loss, double risk) {
    return Samples.least(many -> scaled(many).within(loss, risk));
  }

  private boolean within(double loss, double risk) {
    return upper(risk) <= loss;
  }

  private PairedLoss scaled(long many) {
    double factor = many / (double) samples;
    long more = Math.min(many, (long) Math.ceil(lost * factor));
    return new PairedLoss(more, Math.min(many - more, (long) (gained * factor)), many);
  }

  /** The loss at which the score test of it just rejects. */
  private double score(double normal) {
    double low = estimate();
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (distance(middle) < normal) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** How many standard errors what was found is below a loss. */
  private double distance(double loss) {
    double n = samples;
    double b = -lost - gained + (2 * n - lost + gained) * loss;
    double c = -gained * loss * (1 - loss);
    // The share of samples that would be gained, if the loss were that.
    double share = (Math.sqrt(b * b - 8 * n * c) - b) / (4 * n);
    double variance = n * (2 * share + loss * (1 - loss));
    return variance <= 0 ? 0 : (n * loss - (lost - gained)) / Math.sqrt(variance);
  }
}
