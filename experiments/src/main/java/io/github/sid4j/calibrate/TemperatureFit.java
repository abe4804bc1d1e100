package io.github.sid4j.calibrate;

import io.github.sid4j.internal.statistics.Normal;
import io.github.sid4j.predict.Calibration.Fit;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The temperature of a module and how sure it is. It is another than 1 only if that makes samples
 * better that it was not fitted on: in turns each fifth of the samples is held out.
 *
 * @param temperature at which the module's probabilities are to be given
 * @param fit how sure that is
 */
record TemperatureFit(double temperature, Fit fit) {
  /** Fewer samples than that say nothing of a fifth. */
  static final int LEAST_SAMPLES = 30;

  private static final int FOLDS = 5;

  /** Of the folds, how many have to be better. */
  private static final int BETTER_FOLDS = 4;

  private static final double RISK = 0.05;

  static TemperatureFit of(Logarithms beliefs) {
    int samples = beliefs.size();
    if (samples < LEAST_SAMPLES) {
      return kept(
          null,
          null,
          "kept at 1: %s samples are too few, at least %s are needed"
              .formatted(samples, LEAST_SAMPLES));
    }
    double temperature = Temperature.fit(beliefs);
    if (temperature == 1) {
      return kept(
          null,
          null,
          String.format(
              Locale.ROOT,
              "kept at 1: the mean confidence of %.1f %% fits the accuracy, as far as %s samples"
                  + " show",
              100 * beliefs.confidence(1),
              samples));
    }
    return tried(beliefs, temperature);
  }

  private static TemperatureFit tried(Logarithms beliefs, double temperature) {
    int samples = beliefs.size();
    double[] gains = new double[samples];
    double[] confidence = new double[samples];
    int better = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      double of = Temperature.fit(beliefs.at(fold(samples, fold, false)));
      double gain = 0;
      for (int i : fold(samples, fold, true)) {
        gains[i] = beliefs.loss(i, 1) - beliefs.loss(i, of);
        confidence[i] = beliefs.confidence(i, of);
        gain += gains[i];
      }
      better += gain > 0 ? 1 : 0;
    }
    double mean = IntStream.range(0, samples).mapToDouble(i -> gains[i]).sum() / samples;
    double squares =
        IntStream.range(0, samples).mapToDouble(i -> (gains[i] - mean) * (gains[i] - mean)).sum();
    double error = Math.sqrt(squares / (samples - 1.0) / samples);
    if (better < BETTER_FOLDS || mean <= Normal.quantile(1 - RISK) * error) {
      return kept(mean, error, "kept at 1: another is not clearly better on held-out samples");
    }
    double[] before =
        IntStream.range(0, samples).mapToDouble(i -> beliefs.confidence(i, 1)).toArray();
    boolean[] right = new boolean[samples];
    for (int i = 0; i < samples; i++) {
      right[i] = beliefs.isRight(i);
    }
    if (Reliability.of(confidence, right).error() >= Reliability.of(before, right).error()) {
      return kept(
          mean, error, "kept at 1: another has no lower calibration error on held-out samples");
    }
    return new TemperatureFit(
        temperature, new Fit(mean, error, "fitted: better on held-out samples"));
  }

  private static TemperatureFit kept(@Nullable Double gain, @Nullable Double error, String reason) {
    return new TemperatureFit(1, new Fit(gain, error, reason));
  }

  /** The samples that are held out, or the others. */
  private static int[] fold(int samples, int fold, boolean held) {
    return IntStream.range(0, samples).filter(i -> (i % FOLDS == fold) == held).toArray();
  }
}
