package io.github.sid4j.random;

/**
 * A small generator whose stream is a pure function of a seed and a path, so that nothing about it
 * has to be stored: from a place in a run (epoch, sample) it can be made again.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014), written out here because a run's bits must not depend on the release of the JDK.
 *
 * <p>For one thread at a time.
 */
public final class Rng {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Rng(long state) {
    this.state = state;
  }

  /**
   * The stream at a place.
   *
   * @param seed the run's seed
   * @param path what the stream is for, for example purpose, epoch, sample; streams of different
   *     paths are independent
   * @return the stream, at its beginning
   */
  public static Rng of(long seed, long... path) {
    long state = mix(seed + GAMMA);
    for (long step : path) {
      state = mix(state * 31 + mix(step + GAMMA));
    }
    return new Rng(state);
  }

  /**
   * The next 64 bits.
   *
   * @return a value uniform over all longs
   */
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /**
   * The next number below a bound, without bias.
   *
   * @param bound at least 1
   * @return uniform in 0 .. bound - 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, found " + bound);
    }
    // Values beyond the last whole multiple of the bound would favour the small results.
    long bits;
    long result;
    do {
      bits = nextLong() >>> 1;
      result = bits % bound;
    } while (bits - result + (bound - 1) < 0);
    return (int) result;
  }

  /**
   * The next fraction.
   *
   * @return uniform in [0, 1), of 53 bits
   */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * The next number of a standard normal distribution (Marsaglia's polar method).
   *
   * @return of mean 0 and variance 1
   */
  public double nextNormal() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double square = u * u + v * v;
      if (square > 0 && square < 1) {
        // StrictMath gives the same bits on every CPU and JDK.
        return u * Math.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /**
   * Puts the entries of an array into a random order (Fisher and Yates).
   *
   * @param values changed in place
   */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
