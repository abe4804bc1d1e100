package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says which classes have too few examples for a share of them to be taken. */
final class TooFewExamples {
  private static final int SHOWN = 3;

  private TooFewExamples() {}

  /**
   * Says so.
   *
   * @param share that takes no example
   * @param indices what it was to be taken of
   */
  static InputException of(ClassShare share, int[] indices, RawExamples all) {
    Map<Integer, Long> counts =
        IntStream.of(indices)
            .boxed()
            .collect(Collectors.groupingBy(all::label, TreeMap::new, Collectors.counting()));
    List<Integer> single =
        counts.entrySet().stream().filter(e -> e.getValue() == 1).map(Map.Entry::getKey).toList();
    String source = all.labelSource();
    String without = share.setting().equals("validation") ? ", or set validation to 0" : "";
    if (single.size() == counts.size()) {
      return InputException.ofSetting(
          share.setting(),
          "a class with at least two examples, one to keep and one to take",
          "%s classes%s of one example each (%s)"
              .formatted(
                  counts.size(), source.isEmpty() ? "" : " in " + source, names(share, single)),
          (source.isEmpty() ? "" : "give another label-column if these are no classes, or ")
              + "give more examples of each class"
              + without);
    }
    return InputException.ofSetting(
        share.setting(),
        "a share that takes at least one example",
        "%s of %s examples in %s classes%s%s"
            .formatted(
                share.fraction(),
                indices.length,
                counts.size(),
                source.isEmpty() ? "" : " in " + source,
                single.isEmpty()
                    ? ""
                    : ", of which %s with one example each (%s)"
                        .formatted(single.size(), names(share, single))),
        "raise it or give more examples of each class" + without);
  }

  private static String names(ClassShare share, List<Integer> labels) {
    return Stream.concat(
            labels.stream().limit(SHOWN).map(share.className()::apply),
            labels.size() > SHOWN ? Stream.of("...") : Stream.empty())
        .collect(Collectors.joining(", "));
  }
}
