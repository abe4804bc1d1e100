package io.github.sid4j.internal.datasets;

import io.github.sid4j.data.Examples;
import java.util.stream.IntStream;

/** The labels of examples, to compare. */
final class TestLabels {
  private TestLabels() {}

  static int[] of(Examples examples) {
    return IntStream.range(0, examples.size()).map(examples::label).toArray();
  }
}
