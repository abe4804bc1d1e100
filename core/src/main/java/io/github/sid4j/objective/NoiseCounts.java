package io.github.sid4j.objective;

/**
 * What one module makes of the noisy labels of a batch.
 *
 * @param samples whose label is wrong
 * @param labelDisagreement of these, for which the module believes most in another class than the
 *     label
 * @param trueLabelRecovered of these, for which it believes most in the true class
 */
public record NoiseCounts(long samples, long labelDisagreement, long trueLabelRecovered) {
  /** Without noisy labels. */
  public static final NoiseCounts NONE = new NoiseCounts(0, 0, 0);

  NoiseCounts plus(NoiseCounts other) {
    return new NoiseCounts(
        samples + other.samples,
        labelDisagreement + other.labelDisagreement,
        trueLabelRecovered + other.trueLabelRecovered);
  }
}
