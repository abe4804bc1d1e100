package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.Scope;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TableExportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network=table-mlp modules=2 fields=number-2,category-5,number-1,category-3,plain-1",
        "network=table-mlp topology=staged stages=2 fields=plain-7,category-5",
        "network=table-mlp topology=staged stages=2 fields=number-12",
        "network=table-resnet modules=2 fields=number-1,category-10,plain-1",
        "network=table-resnet topology=staged stages=2 fields=category-12"
      })
  void theGraphGivesTheBeliefsOfTheCascade(String settings) throws IOException {
    try (Scope scope = Scope.open()) {
      Exported exported =
          OnnxExport.of(
                  Exports.cascade(settings + " recipe=none depth=2 embedding=4 hidden=16", 12), 12)
              .write(folder.resolve("a.onnx"));
      assertThat(exported.largestDifference()).isLessThan(1e-5);
    }
  }
}
