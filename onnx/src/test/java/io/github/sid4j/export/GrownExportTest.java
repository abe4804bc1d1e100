package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.model.Weights;
import io.github.sid4j.reshape.Growth;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrownExportTest {
  @TempDir private Path folder;

  /** Writing looks for itself whether the file gives what the cascade does. */
  @Test
  void aCascadeOfStagesThatGrewForNewClassesIsWritten() throws IOException {
    Path base = folder.resolve("base");
    Training.of(
            Settings.parse(
                Map.of(
                    "network", "mlp",
                    "topology", "staged",
                    "stages", "2",
                    "hidden", "24",
                    "features", "12",
                    "classes", "0,1,2",
                    "epochs", "1",
                    "threads", "1",
                    "precision", "fp32",
                    "out", base.toString())))
        .run();
    Path grown = folder.resolve("grown");
    Training.of(
            Growth.settings(
                base, 1, List.of(Assignment.of("classes=3,4"), Assignment.of("out=" + grown))))
        .run();
    Path onnx = folder.resolve("a.onnx");
    Path safetensors = folder.resolve("a.safetensors");
    try (RunExport export = RunExport.open(grown, Weights.BEST)) {
      assertThat(export.onnx(onnx, Writers.standard()).beliefs()).isEqualTo(3);
      export.safetensors(safetensors);
    }
    assertThat(Safetensors.read(safetensors).tensors().keySet())
        .contains("fc1.weight", "heads.0.fc1.weight", "heads.2.fc1.weight")
        .noneMatch(name -> name.contains("module"));
  }
}
