package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class MultimodalExportTest {
  private static final String INPUTS =
      " recipe=none network=multimodal tokens=20 inputs=table-4,text-6,image-1x16x16";

  private static final int NUMBERS = 4 + 6 + 16 * 16 + 3;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topology=staged stages=3",
        "topology=staged stages=3 residual-beliefs=true",
        "topology=staged stages=3 text-network=text-transformer depth=1 embedding=64",
        "topology=shared modules=2",
        "topology=whole method=backprop"
      })
  void theGraphReadsAllInputsAndSkipsThoseThatAreMissing(String settings) throws IOException {
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade(settings + INPUTS, NUMBERS);
      Exported exported = OnnxExport.of(cascade, NUMBERS).write(folder.resolve("a.onnx"));
      assertThat(exported.largestDifference()).isLessThan(1e-5);
    }
  }
}
