package io.github.sid4j.internal.formats;

import io.github.sid4j.internal.data.EpochOrder;
import io.github.sid4j.internal.data.Locality;
import java.util.List;
import java.util.Locale;

/** Whether shards are sorted by class, so that a window cannot mix what lies far apart. */
final class ClassOrder {
  private static final double TOLERATED = 0.01;
  private static final double DEVIATIONS = 4;

  private ClassOrder() {}

  /**
   * Compares neighbours in the order of an epoch with those in an order without any pattern.
   *
   * @param labels of the training part
   * @param classes how many there are
   * @param where the data, for the message
   * @return a warning, or none
   */
  static List<String> warnings(Locality locality, int[] labels, int classes, String where) {
    int n = labels.length;
    if (n < 2 || locality.window() >= n) {
      return List.of();
    }
    int[] order = EpochOrder.windowed(locality, 1, 0);
    long[] counts = new long[classes];
    long equal = 0;
    for (int i = 0; i < n; i++) {
      counts[labels[i]]++;
      if (i > 0 && labels[order[i]] == labels[order[i - 1]]) {
        equal++;
      }
    }
    double expected = 0;
    for (long count : counts) {
      expected += (double) count / n * (count - 1) / (n - 1);
    }
    double found = (double) equal / (n - 1);
    double noise = DEVIATIONS * Math.sqrt(expected * (1 - expected) / n);
    return found <= expected + Math.max(TOLERATED, noise)
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%s: neighbours in an epoch are of one class in %.1f %% of cases, in a full shuffle"
                    + " in %.1f %%: the shards are sorted by class; raise shuffle-window, or write"
                    + " them in a mixed order",
                where,
                100 * found,
                100 * expected));
  }
}
