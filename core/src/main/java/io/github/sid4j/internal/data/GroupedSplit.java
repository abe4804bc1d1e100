package io.github.sid4j.internal.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a share of the examples of every class, whole groups at a time. */
final class GroupedSplit {
  private final RawExamples all;
  private final List<Integer> kept;
  private final List<Integer> taken;

  private GroupedSplit(RawExamples all, List<List<Integer>> parts) {
    this.all = all;
    this.kept = parts.get(0);
    this.taken = parts.get(1);
  }

  /**
   * Splits indices in two. Each class keeps an example; and where all groups are larger than what
   * is wanted, the smallest is taken that leaves one of each class.
   *
   * @param fraction the share to take, above 0 and below 1
   */
  static StratifiedSplit of(int[] indices, RawExamples all, double fraction, long seed) {
    double[] shares = {1 - fraction, fraction};
    GroupedSplit split =
        new GroupedSplit(all, GroupDeal.of(indices, all::label, all::group, shares, seed));
    split.giveBack();
    if (split.taken.isEmpty()) {
      split.takeOne();
    }
    return StratifiedSplit.of(split.kept, split.taken);
  }

  /** A class that keeps nothing gets back its smallest group. */
  private void giveBack() {
    for (int label : List.copyOf(labels(taken))) {
      if (!labels(kept).contains(label)) {
        List<Integer> back =
            groups(taken).stream()
                .filter(group -> labels(group).contains(label))
                .findFirst()
                .orElseThrow();
        kept.addAll(back);
        taken.removeAll(back);
      }
    }
  }

  private void takeOne() {
    Set<Integer> classes = labels(kept);
    for (List<Integer> group : groups(kept)) {
      List<Integer> left = new ArrayList<>(kept);
      left.removeAll(group);
      if (labels(left).equals(classes)) {
        taken.addAll(group);
        kept.removeAll(group);
        return;
      }
    }
  }

  private Set<Integer> labels(List<Integer> indices) {
    return indices.stream().map(all::label).collect(Collectors.toSet());
  }

  /** The smallest first. */
  private List<List<Integer>> groups(List<Integer> indices) {
    return GroupDeal.groups(indices.stream().mapToInt(Integer::intValue), all::group).stream()
        .sorted(Comparator.<List<Integer>>comparingInt(List::size))
        .toList();
  }
}
