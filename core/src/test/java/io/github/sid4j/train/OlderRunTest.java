package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sid4j.checkpoint.CheckpointStore;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that lack what later versions write. */
class OlderRunTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> SUMS = List.of("noisy", "overruled", "recovered");

  private static final List<String> PROVENANCE =
      List.of("label_noise", "precision", "stage_threads");

  @TempDir private Path temp;

  /** Takes out of a folder what was not written from the beginning. */
  private static void age(Path folder) throws IOException {
    RunPaths paths = new RunPaths(folder);
    Files.writeString(
        paths.settings(),
        Files.readString(paths.settings()).replaceAll("(?m)^label-noise.*\\R", ""));
    JsonNode provenance = JSON.readTree(paths.provenance().toFile());
    PROVENANCE.forEach(name -> without(provenance, name));
    Files.write(paths.provenance(), JSON.writeValueAsBytes(provenance));
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(paths.metrics())) {
      JsonNode epoch = JSON.readTree(line);
      epoch.get("modules").forEach(module -> without(module, "noise"));
      lines.append(JSON.writeValueAsString(epoch)).append('\n');
    }
    Files.writeString(paths.metrics(), lines);
  }

  private static void ageCheckpoint(Path checkpoint, int step) throws IOException {
    Map<String, byte[]> files = Copies.of(checkpoint);
    files.remove("manifest.json");
    JsonNode progress = JSON.readTree(files.get("progress.json"));
    SUMS.forEach(sum -> without(progress.get("sums"), sum));
    files.put("progress.json", JSON.writeValueAsBytes(progress));
    CheckpointStore.open(checkpoint.getParent(), 1)
        .save(
            step,
            folder -> {
              for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
              }
            });
  }

  private static void without(JsonNode object, String name) {
    assertThat(object.has(name)).isTrue();
    ((ObjectNode) object).remove(name);
  }

  @Test
  void aFinishedRunIsToldAndMeasuredAgain() throws IOException {
    RunResult result =
        SmallRuns.train(SmallRuns.digits(temp, "epochs", "1")).result().orElseThrow();
    age(temp);
    Trained again = SmallRuns.train(SmallRuns.digits(temp, "epochs", "1", "resume", "true"));
    assertThat(again.result()).contains(result);
    assertThat(RunEvaluation.of(temp).modules()).isEqualTo(result.modules());
  }

  @Test
  void aRunThatWasStoppedGoesOn() throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    SmallRuns.trainBlobs(SmallRuns.rows(whole));
    int step = SmallRuns.BLOB_STEPS + 2;
    int[] steps = {0};
    Training.of(SmallRuns.rows(parts))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == step)
        .run();
    age(parts);
    ageCheckpoint(parts.resolve("checkpoints").resolve("step-%09d".formatted(step)), step);
    SmallRuns.trainBlobs(SmallRuns.rows(parts, "resume", "true"));
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }
}
