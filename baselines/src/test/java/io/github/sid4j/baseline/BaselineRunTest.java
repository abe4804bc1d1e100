package io.github.sid4j.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.LabelledRows;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.random.Rng;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that train ordinary networks in other ways, from settings to result. */
@Tag("slow")
class BaselineRunTest {
  /** In an epoch: 81 rows next to the validation part, 16 in a batch. */
  private static final int STEPS = 5;

  @TempDir private Path temp;

  private static String[] words(String settings) {
    return settings.split("[ =]", -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method=local-signals stages=3",
        "method=local-signals stages=3 similarity=0 label-smoothing=0.1",
        "method=feedback-alignment",
        "method=direct-feedback-alignment",
        "method=dni lr=0.003 module-hidden=128",
        "method=hsic",
        "method=noprop",
        "method=noprop-simplified",
        "method=forward-forward stages=3 hidden=256 batch=32 epochs=5",
        "method=equilibrium-propagation epochs=6"
      })
  void theDigitsAreLearnedAndTheRunIsEvaluatedAsItWasTested(String settings) throws IOException {
    try (Trained trained =
        Training.of(SmallRun.shared(temp, words("epochs=4 " + settings))).run()) {
      // Chance is 0.1; all of these reach 0.9, and what does not train stays far below.
      assertThat(trained.result().orElseThrow().testAccuracy().last()).isBetween(0.85, 1.0);
      assertThat(RunEvaluation.of(temp).modules()).isEqualTo(trained.result().get().modules());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method=local-signals stages=3 optimizer=adam",
        "method=feedback-alignment",
        "method=direct-feedback-alignment",
        "method=dni",
        "method=hsic",
        "method=noprop",
        "method=noprop-simplified",
        "method=forward-forward",
        "method=equilibrium-propagation"
      })
  void aRunThatWasStoppedResumesBitForBit(String settings) throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    Training.of(rows(whole, settings)).dataset(data()).run().close();
    int[] asked = {0};
    Training.of(rows(parts, settings))
        .dataset(data())
        .stopWhen(() -> ++asked[0] == STEPS + 2)
        .run()
        .close();
    Training.of(rows(parts, settings + " resume=true")).dataset(data()).run().close();
    RunPaths stopped = new RunPaths(parts);
    RunPaths straight = new RunPaths(whole);
    assertThat(stopped.weights()).hasSameBinaryContentAs(straight.weights());
    assertThat(stopped.best()).hasSameBinaryContentAs(straight.best());
    assertThat(measures(stopped)).isEqualTo(measures(straight)).hasSize(3);
  }

  private static Settings rows(Path out, String settings) {
    return SmallRun.shared(out, words("batch=16 validation=0.1 epochs=3 " + settings));
  }

  private static List<List<ModuleMetrics>> measures(RunPaths run) throws IOException {
    return new MetricsLog(run.metrics()).read().stream().map(EpochMetrics::modules).toList();
  }

  /** Rows around three points in the plane. */
  private static Dataset data() {
    return Datasets.ofRows("points", List.of("a", "b", "c"), around(90), around(30));
  }

  private static LabelledRows around(int count) {
    Rng rng = Rng.of(7, count);
    float[][] rows = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
      double angle = 2 * Math.PI * labels[i] / 3;
      rows[i] =
          new float[] {
            (float) (Math.cos(angle) + rng.nextDouble()),
            (float) (Math.sin(angle) + rng.nextDouble())
          };
    }
    return LabelledRows.of(rows, labels);
  }
}
