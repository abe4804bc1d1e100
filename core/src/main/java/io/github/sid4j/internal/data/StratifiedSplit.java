package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** Takes a share of the examples of every class, so that small parts stay balanced. */
public final class StratifiedSplit {
  private static final long PURPOSE = 0xDA7A_0001L;

  private final int[] kept;
  private final int[] taken;

  private StratifiedSplit(int[] kept, int[] taken) {
    this.kept = kept;
    this.taken = taken;
  }

  /**
   * Splits indices in two, each part in ascending order.
   *
   * @param indices what to split
   * @param label the class of an index
   * @param fraction the share to take, at least 0 and below 1; at least one example of each class
   *     is kept
   */
  public static StratifiedSplit of(
      int[] indices, IntUnaryOperator label, double fraction, long seed) {
    Map<Integer, List<Integer>> byClass = new TreeMap<>();
    for (int index : indices) {
      byClass.computeIfAbsent(label.applyAsInt(index), c -> new ArrayList<>()).add(index);
    }
    List<Integer> kept = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    int seen = 0;
    for (Map.Entry<Integer, List<Integer>> entry : byClass.entrySet()) {
      int[] members = toArray(entry.getValue());
      Rng.of(seed, PURPOSE, entry.getKey()).shuffle(members);
      // Rounding the running total, not each class, makes the whole part as large as asked for.
      long wanted = Math.round((seen + members.length) * fraction) - Math.round(seen * fraction);
      int take = (int) Math.min(wanted, members.length - 1);
      seen += members.length;
      for (int i = 0; i < members.length; i++) {
        (i < take ? taken : kept).add(members[i]);
      }
    }
    return new StratifiedSplit(sorted(kept), sorted(taken));
  }

  /** Two parts that are known already. */
  static StratifiedSplit of(List<Integer> kept, List<Integer> taken) {
    return new StratifiedSplit(sorted(kept), sorted(taken));
  }

  /** As {@link #of}, refusing a share that cannot be taken. */
  static StratifiedSplit checked(ClassShare share, int[] indices, RawExamples all, long seed) {
    double fraction = share.fraction();
    if (!(fraction >= 0 && fraction < 1)) {
      throw InputException.ofSetting(
          share.setting(),
          "a share of at least 0 and below 1",
          Double.toString(fraction),
          "correct it");
    }
    if (all.isTimed() && fraction > 0) {
      return TimeSplit.of(share, indices, all);
    }
    StratifiedSplit split =
        all.isGrouped() && fraction > 0
            ? GroupedSplit.of(indices, all, fraction, seed)
            : of(indices, all::label, fraction, seed);
    if (fraction > 0 && split.taken.length == 0) {
      throw TooFewExamples.of(share, indices, all);
    }
    return split;
  }

  int[] kept() {
    return kept;
  }

  public int[] taken() {
    return taken;
  }

  private static int[] toArray(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] sorted(List<Integer> values) {
    int[] result = toArray(values);
    Arrays.sort(result);
    return result;
  }
}
