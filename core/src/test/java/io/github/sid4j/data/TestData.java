package io.github.sid4j.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small data in memory for tests. */
final class TestData {
  static final List<String> TWO = List.of("a", "b");

  private TestData() {}

  /** Rows whose only value tells them apart. */
  static LabelledRows rows(int... labels) {
    float[][] rows = new float[labels.length][];
    Arrays.setAll(rows, i -> new float[] {i});
    return LabelledRows.of(rows, labels);
  }

  /** Examples whose only value is their index. */
  static Examples indices(int size) {
    float[][] rows = new float[size][];
    Arrays.setAll(rows, i -> new float[] {i});
    int[] labels = IntStream.range(0, size).map(i -> i % 2).toArray();
    return new EncodedRows(List.of(rows), labels, 1);
  }

  static float[][] values(Examples examples) {
    int features = Arrays.stream(examples.shape()).reduce(1, (a, b) -> a * b);
    float[][] values = new float[examples.size()][features];
    for (int i = 0; i < values.length; i++) {
      examples.read(i, values[i], 0);
    }
    return values;
  }

  static int[] labels(Examples examples) {
    return IntStream.range(0, examples.size()).map(examples::label).toArray();
  }
}
