package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Deals the examples of a part to folds, of which each is held out once. */
public final class HeldOutFolds {
  private static final long SEED = 0xDA7A_0007L;

  private HeldOutFolds() {}

  /**
   * Deals examples, each class evenly.
   *
   * @param part that is dealt
   * @param folds at least 2
   * @param groups a regular expression for the names of examples that stay in one fold, as in
   *     {@link PartRules}
   * @return for each fold the places of its examples, in ascending order; a fold is empty if there
   *     are fewer examples or groups than folds
   */
  public static List<int[]> of(Examples part, int folds, Optional<String> groups) {
    int[] all = IntStream.range(0, part.size()).toArray();
    int[] numbers =
        groups
            .map(
                pattern ->
                    NameGroups.of(
                        IntStream.of(all).mapToObj(i -> part.id(i).name()).toList(),
                        Pattern.compile(pattern)))
            .orElseGet(() -> IntStream.of(all).map(i -> -1).toArray());
    double[] shares = new double[folds];
    Arrays.fill(shares, 1.0 / folds);
    return GroupDeal.of(all, part::label, i -> numbers[i], shares, SEED).stream()
        .map(fold -> fold.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toList();
  }
}
