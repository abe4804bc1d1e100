package io.github.sid4j.internal.formats;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The order in which storage is read for examples that are taken in another one: window by window,
 * and inside a window block by block. A block that two windows share is the last of the one and the
 * first of the other, so that it is read once.
 */
final class FetchPlan {
  private static final int INDEX_BITS = 31;

  private FetchPlan() {}

  /**
   * Plans.
   *
   * @param places of the examples in the order in which they are taken
   * @param first the position to begin at
   * @param window how many follow each other that may be read in any order
   * @param block of a place
   * @return positions
   */
  static int[] of(int[] places, int first, int window, IntUnaryOperator block) {
    int[] plan = new int[places.length - first];
    int filled = 0;
    int open = -1;
    for (long from = (long) first / window * window; from < places.length; from += window) {
      int begin = (int) Math.max(first, from);
      int end = (int) Math.min(places.length, from + window);
      if (begin >= end) {
        continue;
      }
      Set<Integer> next = new HashSet<>();
      for (int i = end; i < Math.min(places.length, (long) end + window); i++) {
        next.add(block.applyAsInt(places[i]));
      }
      long[] keys = new long[end - begin];
      for (int i = begin; i < end; i++) {
        int one = block.applyAsInt(places[i]);
        long turn = one == open ? 0 : next.contains(one) ? 2 : 1;
        keys[i - begin] = sorted(turn, places[i], i - begin);
      }
      Arrays.sort(keys);
      for (long key : keys) {
        plan[filled++] = begin + (int) (key & Integer.MAX_VALUE);
      }
      open = block.applyAsInt(places[plan[filled - 1]]);
    }
    return plan;
  }

  /** Turn, place and position in one number that sorts by them; turns 0 and 1 are below zero. */
  private static long sorted(long turn, int place, int position) {
    return (turn - 2) << (2 * INDEX_BITS) | (long) place << INDEX_BITS | position;
  }
}
