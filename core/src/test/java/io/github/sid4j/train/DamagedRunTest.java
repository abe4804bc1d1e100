package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.testkit.Outcome;
import io.github.sid4j.testkit.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a run when its files are damaged from outside. */
@Tag("slow")
class DamagedRunTest {
  @TempDir private static Path shared;
  private static Map<String, byte[]> stopped;
  private static Map<String, byte[]> finished;
  private static Outcome undisturbed;

  @TempDir private Path temp;
  private final List<String> warnings = new ArrayList<>();

  @BeforeAll
  static void train() throws IOException {
    Path whole = shared.resolve("whole");
    SmallRuns.trainBlobs(SmallRuns.rows(whole));
    undisturbed = Outcome.of(whole);
    finished = Copies.of(whole);
    Path part = shared.resolve("part");
    int[] steps = {0};
    // Leaves checkpoints of the steps 5, 6 and 7.
    Training.of(SmallRuns.rows(part, "checkpoint-steps", "3"))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == 7)
        .run();
    stopped = Copies.of(part);
  }

  private Trained resume() throws IOException {
    return Training.of(SmallRuns.rows(temp, "resume", "true"))
        .dataset(SmallRuns.blobs())
        .listeners(
            new TrainingListener() {
              @Override
              public void warned(String line) {
                warnings.add(line);
              }
            })
        .run();
  }

  private void refuses(String part) throws IOException {
    Map<String, String> before = Tree.of(temp);
    assertThatThrownBy(this::resume)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(part)
        .hasMessageNotContaining("\n");
    assertThat(Tree.of(temp)).isEqualTo(before);
  }

  private List<Path> checkpoints() throws IOException {
    try (Stream<Path> folders = Files.list(temp.resolve("checkpoints"))) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "progress.json",
        "weights.safetensors",
        "best.safetensors",
        "optimizer.safetensors",
        "manifest.json"
      })
  void anOlderCheckpointStandsInForADamagedOne(String file) throws IOException {
    Copies.write(stopped, temp);
    List<Path> all = checkpoints();
    assertThat(all).hasSize(3);
    Copies.flip(all.get(2).resolve(file), 0.4);
    Files.delete(all.get(1).resolve(file));
    assertThat(resume().result()).isPresent();
    assertThat(warnings).hasSize(2).allMatch(line -> line.contains("resuming from step 5"));
    assertThat(Outcome.of(temp)).isEqualTo(undisturbed);
  }

  @Test
  void withAllCheckpointsDamagedTheRunIsRefused() throws IOException {
    Copies.write(stopped, temp);
    for (Path checkpoint : checkpoints()) {
      Copies.cut(checkpoint.resolve("weights.safetensors"), 0.5);
    }
    refuses("checkpoints: expected a checkpoint that is whole, found 3, all damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings.yaml", "provenance.json", "metrics.jsonl"})
  void aCutFileOfAStoppedRunIsNamed(String file) throws IOException {
    for (double share : new double[] {0, 0.02, 0.5, 0.8}) {
      Copies.write(stopped, temp);
      Copies.cut(temp.resolve(file), share);
      refuses(file.equals("settings.yaml") ? "settings" : file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"provenance.json", "metrics.jsonl"})
  void aMissingFileOfAStoppedRunIsNamed(String file) throws IOException {
    Copies.write(stopped, temp);
    Files.delete(temp.resolve(file));
    refuses(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings.yaml", "provenance.json", "metrics.jsonl"})
  void aFlippedByteOfAStoppedRunIsRefusedOrDoesNoHarm(String file) throws IOException {
    for (double share : new double[] {0.001, 0.1, 0.3, 0.55, 0.7, 0.9, 0.999}) {
      Copies.write(stopped, temp);
      Copies.flip(temp.resolve(file), share);
      Map<String, String> before = Tree.of(temp);
      try {
        resume();
      } catch (InputException e) {
        assertThat(e.getMessage()).contains("expected").doesNotContain("\n");
        assertThat(Tree.of(temp)).isEqualTo(before);
        continue;
      }
      assertThat(Outcome.hex(temp.resolve("weights.safetensors"))).isEqualTo(undisturbed.weights());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"result.json", "weights.safetensors"})
  void aDamagedFileOfAFinishedRunIsNamed(String file) throws IOException {
    for (double share : new double[] {0, 0.001, 0.5, 0.99}) {
      Copies.write(finished, temp);
      Copies.cut(temp.resolve(file), share);
      refuses(file);
    }
  }

  @Test
  void damageThatMeasuringMeetsIsNamed() throws IOException {
    Path run = temp.resolve("run");
    SmallRuns.train(SmallRuns.digits(run, "epochs", "1"));
    Map<String, byte[]> files = Copies.of(run);
    for (String file :
        List.of("settings.yaml", "provenance.json", "weights.safetensors", "best.safetensors")) {
      for (double share : new double[] {0.001, 0.4}) {
        Copies.write(files, run);
        Copies.cut(run.resolve(file), share);
        assertThatThrownBy(() -> RunEvaluation.of(run))
            .isInstanceOf(InputException.class)
            .hasMessageNotContaining("\n");
      }
    }
  }
}
