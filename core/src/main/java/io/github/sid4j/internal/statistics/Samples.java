package io.github.sid4j.internal.statistics;

import java.util.function.LongPredicate;

/** How many samples something takes. */
public final class Samples {
  /** More than any validation part has. */
  private static final long MOST = 10_000_000;

  private Samples() {}

  /**
   * The least number that is enough.
   *
   * @param enough whether a number is; of those above one that is, each is
   * @return 1 to ten million; 0 if none of these is enough
   */
  public static long least(LongPredicate enough) {
    if (!enough.test(MOST)) {
      return 0;
    }
    long low = 1;
    long high = MOST;
    while (low < high) {
      long middle = (low + high) / 2;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
