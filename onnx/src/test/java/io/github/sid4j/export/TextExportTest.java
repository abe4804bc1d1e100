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
class TextExportTest {
  private static final int TOKENS = 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network=text-cnn modules=2",
        "network=text-cnn topology=staged stages=3",
        "network=text-transformer modules=2 depth=1 embedding=64",
        "network=text-transformer topology=staged stages=2 depth=2 embedding=64",
        "network=text-transformer topology=staged stages=2 depth=2 embedding=12 head=mlp"
      })
  void theGraphReadsIdsAndLeavesPaddingOut(String settings) throws IOException {
    try (Scope scope = Scope.open()) {
      Exported exported =
          OnnxExport.of(Exports.cascade(settings + " recipe=none tokens=" + TOKENS, 6), 6)
              .ofTokens(TOKENS)
              .write(folder.resolve("a.onnx"));
      assertThat(exported.largestDifference()).isLessThan(1e-5);
    }
  }
}
