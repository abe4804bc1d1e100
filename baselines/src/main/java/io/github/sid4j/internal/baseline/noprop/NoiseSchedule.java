package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.LayerRandom;

/**
 * How much of a label is left under noise at the steps 0 to T of NoProp, and how the step from one
 * to the next goes (Li, Teh and Pascanu, 2025, section 2). At step t a class embedding u has become
 * {@code N(sqrt(s_t) u, 1 - s_t)}, where s_t, their alpha-bar, grows with t: the noise is that of
 * the cosine schedule of Nichol and Dhariwal (ICML 2021) in T + 1 steps, run backwards.
 */
public final class NoiseSchedule {
  /** Of Nichol and Dhariwal, so that the first noise is not too small. */
  private static final double OFFSET = 0.008;

  /** The most that one step takes of the signal, theirs too: some of it is always left. */
  private static final double LEAST_KEPT = 0.001;

  private final double[] signal;

  /**
   * Makes the schedule.
   *
   * @param steps T, at least 1
   */
  public NoiseSchedule(int steps) {
    signal = new double[steps + 1];
    double before = 1;
    for (int t = steps; t >= 0; t--) {
      double kept = share(steps + 1.0 - t, steps + 1.0) / share(steps - t, steps + 1.0);
      signal[t] = before * Math.max(kept, LEAST_KEPT);
      before = signal[t];
    }
  }

  private static double share(double step, double steps) {
    double cosine = StrictMath.cos((step / steps + OFFSET) / (1 + OFFSET) * Math.PI / 2);
    return cosine * cosine;
  }

  /**
   * T.
   *
   * @return at least 1
   */
  public int steps() {
    return signal.length - 1;
  }

  /**
   * The share of the signal's variance, s_t.
   *
   * @param t from 0 to T
   * @return above 0 and below 1
   */
  public double signal(int t) {
    return signal[t];
  }

  /**
   * Puts the noise of a step on embeddings.
   *
   * @param embeddings u, [B, d]
   * @param t from 0 to T
   * @param draws gives the noise
   * @return a draw of {@code N(sqrt(s_t) u, 1 - s_t)}, [B, d]
   */
  Tensor noised(Tensor embeddings, int t, LayerRandom draws) {
    return draws.noised(embeddings, signal[t]);
  }

  /**
   * What a good answer at step t is worth: by how much the ratio of signal to noise, {@code s_t /
   * (1 - s_t)}, grows.
   *
   * @param t from 1 to T
   * @return above 0
   */
  public double gain(int t) {
    return ratio(t) - ratio(t - 1);
  }

  private double ratio(int t) {
    return signal[t] / (1 - signal[t]);
  }

  /**
   * The step to t: {@code z_t = embedding u + state z_{t-1} + noise e}, with e standard normal.
   *
   * @param embedding factor of the class embedding, a_t
   * @param state factor of the state before, b_t
   * @param noise standard deviation, the root of c_t
   */
  public record Step(double embedding, double state, double noise) {}

  /**
   * The step that leads from the noise at t - 1 to that at t, given the embedding.
   *
   * @param t from 1 to T
   * @return its factors
   */
  public Step step(int t) {
    double kept = signal[t - 1] / signal[t];
    double before = 1 - signal[t - 1];
    double after = 1 - signal[t];
    return new Step(
        Math.sqrt(signal[t]) * (1 - kept) / before,
        Math.sqrt(kept) * after / before,
        Math.sqrt(after * (1 - kept) / before));
  }
}
