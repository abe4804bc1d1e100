package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.baseline.signals.GridPooling;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.network.Initializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragingTest {
  @TempDir Path folder;

  /** Also where places of different sizes overlap, and only one of the two sides is averaged. */
  @ParameterizedTest
  @CsvSource({"12, 8, 4", "7, 5, 3", "28, 28, 8", "3, 11, 5", "9, 2, 4", "5, 5, 5"})
  void averagesAsTheEngineDoes(int height, int width, int side) throws IOException {
    try (Scope scope = Scope.open()) {
      Initializer init = new Initializer(1, DType.FLOAT32);
      int features = 2 * Math.min(height, side) * Math.min(width, side);
      Cascade cascade =
          new Cascade(
              new GridPooling(2, 2 * side * side),
              List.of(new ClassifierModule(3, features, init)),
              3);
      Exported exported = OnnxExport.of(cascade, 2, height, width).write(folder.resolve("a.onnx"));
      assertThat(exported.largestDifference()).isLessThan(1e-6);
    }
  }
}
