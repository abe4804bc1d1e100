package io.github.sid4j.objective;

/**
 * What one module makes of the wrong labels of a batch.
 *
 * @param samples whose label is wrong
 * @param overruled of these, for which the module believes most in another class than the label
 * @param recovered of these, for which it believes most in the true class
 */
public record NoiseCounts(long samples, long overruled, long recovered) {
  /** Without wrong labels. */
  public static final NoiseCounts NONE = new NoiseCounts(0, 0, 0);

  NoiseCounts plus(NoiseCounts other) {
    return new NoiseCounts(
        samples + other.samples, overruled + other.overruled, recovered + other.recovered);
  }
}
