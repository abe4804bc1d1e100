package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.LabelledRows;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.data.format.PngFile;
import io.github.sid4j.internal.data.table.Standardiser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small data in memory for tests. */
public final class TestData {
  public static final List<String> TWO = List.of("a", "b");

  private TestData() {}

  /** Rows that differ by their only value. */
  public static LabelledRows rows(int... labels) {
    float[][] rows = new float[labels.length][];
    Arrays.setAll(rows, i -> new float[] {i});
    return LabelledRows.of(rows, labels);
  }

  /** Examples whose only value is their index. */
  static Examples indices(int size) {
    float[][] rows = new float[size][];
    Arrays.setAll(rows, i -> new float[] {i});
    int[] labels = IntStream.range(0, size).map(i -> i % 2).toArray();
    return new EncodedRows(List.of(rows), labels, new RowEncoding(List.of(new Standardiser(0, 1))));
  }

  public static float[][] values(Examples examples) {
    int features = Arrays.stream(examples.shape()).reduce(1, (a, b) -> a * b);
    float[][] values = new float[examples.size()][features];
    for (int i = 0; i < values.length; i++) {
      examples.read(i, values[i], 0);
    }
    return values;
  }

  public static int[] labels(Examples examples) {
    return IntStream.range(0, examples.size()).map(examples::label).toArray();
  }

  /** An image of one pixel, of one channel or three. */
  static PixelImage pixel(int... levels) {
    byte[] values = new byte[levels.length];
    for (int c = 0; c < levels.length; c++) {
      values[c] = (byte) levels[c];
    }
    try {
      Path file = Files.createTempFile("pixel", ".png");
      try {
        Files.write(file, PngFile.of(values, 255, levels.length, 1, 1));
        return ImageFile.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
