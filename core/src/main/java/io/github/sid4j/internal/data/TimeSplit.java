package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the latest examples. Those of one time are taken all or not at all. */
final class TimeSplit {
  private TimeSplit() {}

  /**
   * Splits indices in two.
   *
   * @param share to take, as nearly as times allow
   * @param indices of examples with a time
   * @throws InputException if nothing can be taken, or a class has no earlier example
   */
  static StratifiedSplit of(ClassShare share, int[] indices, RawExamples all) {
    List<Integer> sorted =
        Arrays.stream(indices)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> all.time(i)))
            .toList();
    int cut = cut(sorted, all, share.fraction());
    List<Integer> kept = sorted.subList(0, cut);
    List<Integer> taken = sorted.subList(cut, sorted.size());
    if (kept.isEmpty() || taken.isEmpty()) {
      throw InputException.ofSetting(
          "time-column",
          "times of which some are later than others",
          "one time",
          "set another time-column, or leave it out");
    }
    Set<Integer> known = kept.stream().map(all::label).collect(Collectors.toSet());
    taken.stream()
        .map(all::label)
        .filter(label -> !known.contains(label))
        .findFirst()
        .ifPresent(
            label -> {
              throw InputException.ofSetting(
                  "time-column",
                  "each class among the %s earlier rows".formatted(kept.size()),
                  "%s among the later rows alone"
                      .formatted(SimilarNames.visible(share.className().apply(label))),
                  "lower %s, or remove the class".formatted(share.setting()));
            });
    return StratifiedSplit.of(new ArrayList<>(kept), new ArrayList<>(taken));
  }

  /** The boundary between two times that is nearest to the one wanted. */
  private static int cut(List<Integer> sorted, RawExamples all, double fraction) {
    int wanted = sorted.size() - (int) Math.round(sorted.size() * fraction);
    int best = 0;
    for (int at = 1; at < sorted.size(); at++) {
      boolean boundary = all.time(sorted.get(at)) != all.time(sorted.get(at - 1));
      if (boundary && (best == 0 || Math.abs(at - wanted) < Math.abs(best - wanted))) {
        best = at;
      }
    }
    return best;
  }
}
