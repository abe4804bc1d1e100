package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Deals examples to parts of nearly equal size, of which one is the test part. */
final class TestFolds {
  private TestFolds() {}

  /**
   * One of the parts, the others being kept.
   *
   * @param indices what to deal
   * @param rules how many parts, and which
   * @throws InputException if a class has no example outside the part, or the part is empty
   */
  static StratifiedSplit of(
      int[] indices, RawExamples all, PartRules rules, List<String> classNames, long seed) {
    double[] shares = new double[rules.folds()];
    Arrays.fill(shares, 1.0 / shares.length);
    List<List<Integer>> parts = GroupDeal.of(indices, all::label, all::group, shares, seed);
    List<Integer> kept = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      if (part != rules.fold()) {
        kept.addAll(parts.get(part));
      }
    }
    for (int label : IntStream.of(indices).map(all::label).distinct().toArray()) {
      if (kept.stream().noneMatch(index -> all.label(index) == label)) {
        throw new InputException(
            "folds",
            "at least two examples of each class, or two groups of them",
            "one of " + SimilarNames.visible(classNames.get(label)),
            "give more of it or remove the class");
      }
    }
    if (parts.get(rules.fold()).isEmpty()) {
      throw new InputException(
          "folds",
          "examples, or groups of them, for each of %s folds".formatted(rules.folds()),
          "fewer",
          "lower folds");
    }
    return StratifiedSplit.of(kept, parts.get(rules.fold()));
  }
}
