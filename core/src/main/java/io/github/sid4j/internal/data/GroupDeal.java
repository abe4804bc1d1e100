package io.github.sid4j.internal.data;

import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Deals groups of examples to parts, so that no group stands in two parts and each part has nearly
 * its share of every class. Large groups are dealt first; each goes where it brings the counts
 * nearest to what is wanted.
 */
final class GroupDeal {
  private static final long PURPOSE = 0xDA7A_0006L;

  /** Stands for all classes together, so that parts have their size. */
  private static final int ALL = -1;

  private final double[] shares;
  private final Map<Integer, Integer> totals = new TreeMap<>();
  private final List<Map<Integer, Integer>> dealt = new ArrayList<>();
  private final List<List<Integer>> parts = new ArrayList<>();

  private GroupDeal(double... shares) {
    this.shares = shares;
    for (int i = 0; i < shares.length; i++) {
      dealt.add(new TreeMap<>());
      parts.add(new ArrayList<>());
    }
  }

  /**
   * Deals examples.
   *
   * @param indices of the examples
   * @param label the class of an example
   * @param group what it stays together with; below 0 it stays alone
   * @param shares of the parts, of sum 1
   * @return the indices of each part
   */
  static List<List<Integer>> of(
      int[] indices, IntUnaryOperator label, IntUnaryOperator group, double[] shares, long seed) {
    GroupDeal deal = new GroupDeal(shares);
    int[] shuffled = indices.clone();
    Rng.of(seed, PURPOSE).shuffle(shuffled);
    for (int index : shuffled) {
      deal.totals.merge(label.applyAsInt(index), 1, Integer::sum);
      deal.totals.merge(ALL, 1, Integer::sum);
    }
    groups(IntStream.of(shuffled), group).stream()
        .sorted(Comparator.<List<Integer>>comparingInt(List::size).reversed())
        .forEach(one -> deal.add(one, label));
    return deal.parts;
  }

  /**
   * What stays together.
   *
   * @param indices of examples
   * @param group as above
   * @return in the order of their first examples
   */
  static Collection<List<Integer>> groups(IntStream indices, IntUnaryOperator group) {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    indices.forEach(
        index -> {
          int name = group.applyAsInt(index);
          // An example that is alone has a number that no group has.
          groups
              .computeIfAbsent(name < 0 ? -1 - index : name, none -> new ArrayList<>())
              .add(index);
        });
    return groups.values();
  }

  private void add(List<Integer> group, IntUnaryOperator label) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int index : group) {
      counts.merge(label.applyAsInt(index), 1, Integer::sum);
      counts.merge(ALL, 1, Integer::sum);
    }
    int best = 0;
    for (int part = 1; part < shares.length; part++) {
      best = cost(part, counts) < cost(best, counts) ? part : best;
    }
    parts.get(best).addAll(group);
    for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
      dealt.get(best).merge(one.getKey(), one.getValue(), Integer::sum);
    }
  }

  /** By how much the squared distances from the wanted counts grow, relative to the classes. */
  private double cost(int part, Map<Integer, Integer> counts) {
    double cost = 0;
    for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
      double total = Objects.requireNonNull(totals.get(one.getKey()));
      double missing = shares[part] * total - dealt.get(part).getOrDefault(one.getKey(), 0);
      cost += one.getValue() * (one.getValue() - 2 * missing) / total;
    }
    return cost;
  }
}
