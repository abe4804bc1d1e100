package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs whose modules are taught by more than labels: the same bits in every way to compute them.
 */
@Tag("slow")
class TaughtRunTest {
  private static final String TEMPORAL =
      "temporal-weight=0.6 temporal-momentum=0.5 elr=0.5 residual-beliefs=true";

  @TempDir private Path temp;

  private Outcome blobs(String name, String settings) throws IOException {
    Path folder = temp.resolve(name);
    SmallRuns.trainBlobs(SmallRuns.rows(folder, list(settings)));
    return Outcome.of(folder);
  }

  private static String[] list(String settings) {
    return Stream.of(settings.split(" ", -1))
        .flatMap(one -> Stream.of(one.split("=", -1)))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "topology=staged stages=3 network=mlp, two-phase threads pipeline",
    "topology=shared, two-phase threads"
  })
  void everyExecutionGivesTheSameBits(String model, String executions) throws IOException {
    Outcome expected = blobs("single-pass", model + " " + TEMPORAL);
    for (String execution : executions.split(" ", -1)) {
      assertThat(blobs(execution, model + " execution=" + execution + " " + TEMPORAL))
          .as(execution)
          .isEqualTo(expected);
    }
    assertThat(blobs("plain", model + " residual-beliefs=true").weights())
        .isNotEqualTo(expected.weights());
  }

  @ParameterizedTest
  @CsvSource({
    "topology=staged stages=3 network=mlp execution=pipeline checkpoint-steps=2, 7",
    "topology=shared method=deep-supervision, 5",
    "topology=shared accumulate=2 execution=data-parallel threads=2 label-noise=0.2, 8"
  })
  void aStoppedRunContinuesToTheSameBits(String model, int after) throws IOException {
    String settings = model + " " + TEMPORAL;
    Outcome whole = blobs("whole", settings);
    Path parts = temp.resolve("parts");
    int[] asked = {0};
    Training.of(SmallRuns.rows(parts, list(settings)))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++asked[0] == after)
        .run();
    assertThat(newestCheckpoint(parts).resolve("beliefs.safetensors")).exists();
    assertThat(blobs("parts", settings + " resume=true")).isEqualTo(whole);
  }

  private static Path newestCheckpoint(Path run) throws IOException {
    try (Stream<Path> folders = Files.list(new RunPaths(run).checkpoints())) {
      return folders.max(Path::compareTo).orElseThrow();
    }
  }

  /** Every part of the teaching changes what is learned, and is learned by. */
  @Test
  void everyTeachingChangesTheWeightsAndLearns() throws IOException {
    List<String> weights = new ArrayList<>();
    for (String teaching :
        List.of(
            "alpha=1",
            "alpha=0.5",
            "teacher=static",
            "temporal-weight=0.5",
            "elr=1",
            "alpha=1 gce=0.7",
            "residual-beliefs=true")) {
      Outcome outcome = blobs(teaching, "epochs=8 " + teaching);
      weights.add(outcome.weights());
      assertThat(outcome.result().testAccuracy().last()).as(teaching).isGreaterThan(0.8);
    }
    assertThat(weights).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"teacher=static", "alpha=1 gce=0.5", "elr=1"})
  void nothingIsReportedThatIsProvenOfThePlainLossAlone(String teaching) throws IOException {
    assertThat(blobs("run", teaching).metrics())
        .isNotEmpty()
        .allSatisfy(
            epoch ->
                assertThat(epoch.modules())
                    .allSatisfy(
                        module -> {
                          assertThat(module.train().slack()).isNull();
                          assertThat(module.validation().klTargetBound()).isNull();
                          assertThat(module.train().lossAboveFloor()).isGreaterThan(-1e-5);
                        }));
  }
}
