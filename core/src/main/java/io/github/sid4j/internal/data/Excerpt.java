package io.github.sid4j.internal.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** As much of a text as one glance takes in. */
final class Excerpt {
  private static final int MOST = 200;

  private Excerpt() {}

  /** The beginning of a text, in one line. */
  static String of(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= MOST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MOST - 1)) + "…";
  }

  /** Cells with the names of their columns. */
  static String of(List<String> names, List<String> cells) {
    return of(
        IntStream.range(0, names.size())
            .mapToObj(i -> names.get(i) + " " + cells.get(i))
            .collect(Collectors.joining(", ")));
  }
}
