package io.github.sid4j.data;

import io.github.sid4j.internal.data.ByteImages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Images with equal pixels that stand in two classes or in two parts: one of two labels is wrong,
 * or the test is of what was learned.
 */
final class RepeatedImages {
  private static final int SHOWN = 3;

  private final List<String> names;
  private final ByteImages images;
  private final List<List<Integer>> equal;

  /**
   * Finds them.
   *
   * @param images all that there are
   * @param names of the images, for messages
   */
  RepeatedImages(ByteImages images, List<String> names) {
    this.images = images;
    this.names = names;
    Map<ImageContent, List<Integer>> byContent = new HashMap<>();
    for (int i = 0; i < images.size(); i++) {
      byContent
          .computeIfAbsent(new ImageContent(images.pixels(i)), none -> new ArrayList<>())
          .add(i);
    }
    this.equal =
        byContent.values().stream()
            .filter(all -> all.size() > 1)
            .sorted((one, other) -> one.get(0) - other.get(0))
            .toList();
  }

  /**
   * What is to be warned of.
   *
   * @param test the places of the test part
   */
  List<String> warnings(int... test) {
    Set<Integer> tested = new HashSet<>();
    for (int place : test) {
      tested.add(place);
    }
    List<String> warnings = new ArrayList<>();
    add(
        warnings,
        "stand in two classes with equal pixels",
        (one, other) -> images.label(one) != images.label(other));
    add(
        warnings,
        "stand in the test part and in another one with equal pixels",
        (one, other) -> tested.contains(one) != tested.contains(other));
    return warnings;
  }

  private void add(List<String> warnings, String what, BiPredicate<Integer, Integer> apart) {
    Set<Integer> found = new LinkedHashSet<>();
    List<String> pairs = new ArrayList<>();
    for (List<Integer> same : equal) {
      int first = same.get(0);
      List<Integer> others = same.stream().filter(one -> apart.test(first, one)).toList();
      if (!others.isEmpty()) {
        found.addAll(same);
        pairs.add(names.get(first) + " and " + names.get(others.get(0)));
      }
    }
    if (!found.isEmpty()) {
      warnings.add(
          "%s images %s: %s%s"
              .formatted(
                  found.size(),
                  what,
                  String.join(", ", pairs.subList(0, Math.min(SHOWN, pairs.size()))),
                  pairs.size() > SHOWN ? ", ..." : ""));
    }
  }
}
