package io.github.sid4j.internal.objective;

/**
 * How one module answers the noisy labels of a batch.
 *
 * @param samples whose label is noisy
 * @param labelDisagreement of these, whose most probable class differs from the label
 * @param trueLabelRecovered of these, whose most probable class is the true one
 */
public record NoiseCounts(long samples, long labelDisagreement, long trueLabelRecovered) {
  /** Without noisy labels. */
  public static final NoiseCounts NONE = new NoiseCounts(0, 0, 0);

  public NoiseCounts plus(NoiseCounts other) {
    return new NoiseCounts(
        samples + other.samples,
        labelDisagreement + other.labelDisagreement,
        trueLabelRecovered + other.trueLabelRecovered);
  }
}
