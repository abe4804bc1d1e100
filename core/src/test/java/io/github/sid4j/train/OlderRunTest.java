package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that lack what later versions write. */
class OlderRunTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> SUMS =
      List.of("slack", "regressed", "noisy", "label_disagreement", "true_label_recovered");

  private static final List<String> BELIEF =
      List.of("regressed", "slack", "kl_target_bound", "kl_target_rate");
  private static final List<String> PROVENANCE =
      List.of("label_noise", "precision", "stage_threads", "length_changes");

  @TempDir private Path temp;

  /** Takes out of a folder what was not written from the beginning. */
  private static void age(Path folder) throws IOException {
    RunPaths paths = new RunPaths(folder);
    Files.writeString(
        paths.settings(),
        Files.readString(paths.settings()).replaceAll("(?m)^(label-noise|# sha256).*\\R", ""));
    JsonNode provenance = JSON.readTree(paths.provenance().toFile());
    PROVENANCE.forEach(name -> without(provenance, name));
    Files.write(paths.provenance(), JSON.writeValueAsBytes(provenance));
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(paths.metrics())) {
      JsonNode epoch = JSON.readTree(line);
      without(epoch, "kl_target_start");
      for (JsonNode module : epoch.get("modules")) {
        without(module, "noise");
        BELIEF.forEach(name -> without(module.get("train"), name));
        BELIEF.forEach(name -> without(module.get("validation"), name));
      }
      lines.append(JSON.writeValueAsString(epoch)).append('\n');
    }
    Files.writeString(paths.metrics(), lines);
  }

  private static void ageCheckpoint(Path checkpoint, int step) throws IOException {
    Map<String, byte[]> files = Copies.of(checkpoint);
    JsonNode progress = JSON.readTree(files.get("progress.json"));
    SUMS.forEach(sum -> without(progress.get("sums"), sum));
    without(progress, "best_divergence");
    files.put("progress.json", JSON.writeValueAsBytes(progress));
    Copies.seal(checkpoint, step, files);
  }

  private static void without(JsonNode object, String name) {
    assertThat(object.has(name)).isTrue();
    ((ObjectNode) object).remove(name);
  }

  @Test
  void aFinishedRunIsReportedAndMeasuredAgain() throws IOException {
    RunResult result =
        SmallRuns.train(SmallRuns.digits(temp, "epochs", "1")).result().orElseThrow();
    age(temp);
    Files.delete(new RunPaths(temp).beliefs());
    Trained again = SmallRuns.train(SmallRuns.digits(temp, "epochs", "1", "resume", "true"));
    assertThat(again.result()).contains(result);
    assertThat(RunEvaluation.of(temp).modules()).isEqualTo(result.modules());
  }

  @Test
  void aRunThatWasStoppedResumes() throws IOException {
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
    ageCheckpoint(
        parts.resolve("checkpoints").resolve(String.format(Locale.ROOT, "step-%09d", step)), step);
    SmallRuns.trainBlobs(SmallRuns.rows(parts, "resume", "true"));
    Outcome expected = Outcome.of(whole);
    Outcome found = Outcome.of(parts);
    assertThat(found.weights()).isEqualTo(expected.weights());
    assertThat(found.result()).isEqualTo(expected.result());
    // Of the epoch in which the run was stopped a part was not measured.
    assertThat(found.metrics().get(1).modules())
        .allMatch(module -> module.train().slack() == null && module.train().regressed() == null)
        .allMatch(module -> module.validation().slack() != null);
    assertThat(found.metrics().get(1).trainAccuracy())
        .isEqualTo(expected.metrics().get(1).trainAccuracy());
    assertThat(found.metrics().get(2)).isEqualTo(expected.metrics().get(2));
  }
}
