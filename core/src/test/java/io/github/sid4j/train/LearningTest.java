package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class LearningTest {
  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method=sid",
        "method=backprop",
        "method=deep-supervision",
        "label-smoothing=0.1",
        "divergence=reverse label-smoothing=0.1",
        "alpha=0.9,0.5,0.3",
        "alpha=0.9..0.3",
        "optimizer=sgd lr=0.1",
        "optimizer=adamw weight-decay=0.01 clip=1",
        "schedule=cosine warmup=0.5",
        "schedule=steps milestones=3,4",
        "modules=1"
      })
  void theDigitsAreLearned(String settings) throws IOException {
    Path folder = temp.resolve("run");
    String[] words = ("epochs=4 " + settings).split("[ =]", -1);
    RunResult result = SmallRuns.train(SmallRuns.digits(folder, words)).result().orElseThrow();
    // Chance is 0.1; all of these reach 0.9, and what does not train stays far below.
    assertThat(result.testAccuracy().last()).isBetween(0.85, 1.0);
    assertThat(result.validationAccuracy().best()).isBetween(0.85, 1.0);
    List<EpochMetrics> epochs = new MetricsLog(new RunPaths(folder).metrics()).read();
    assertThat(epochs).hasSize(4);
    assertThat(distanceOfLast(epochs.get(3))).isLessThan(distanceOfLast(epochs.get(0)));
  }

  private static double distanceOfLast(EpochMetrics epoch) {
    return epoch.modules().get(epoch.modules().size() - 1).train().klTarget();
  }
}
