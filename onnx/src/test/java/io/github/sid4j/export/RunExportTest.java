package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.model.Weights;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportTest {
  @TempDir Path folder;

  @Test
  void bothFilesSayWhereAStagedNetworkWasCut() throws IOException {
    Path run = folder.resolve("run");
    Training.of(
            Settings.parse(
                Map.of(
                    "topology", "staged",
                    "cuts", "1,3",
                    "hidden", "16",
                    "epochs", "1",
                    "threads", "1",
                    "precision", "fp32",
                    "out", run.toString())))
        .run();
    Path onnx = folder.resolve("a.onnx");
    Path safetensors = folder.resolve("a.safetensors");
    try (RunExport export = RunExport.open(run, Weights.LAST)) {
      assertThat(export.onnx(onnx, Writers.standard()).beliefs()).isEqualTo(3);
      assertThat(safetensors).doesNotExist();
      export.safetensors(safetensors);
    }
    Map<String, String> metadata =
        Exports.read(onnx).getMetadataPropsList().stream()
            .collect(
                Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
    assertThat(metadata).containsEntry("cuts", "1,3").containsKeys("model", "class_names");
    metadata.remove("input");
    metadata.put("format", "pt");
    assertThat(Safetensors.read(safetensors).metadata()).isEqualTo(metadata);
  }
}
