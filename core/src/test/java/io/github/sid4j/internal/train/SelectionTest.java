package io.github.sid4j.internal.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.testkit.Outcome;
import io.github.sid4j.train.SmallRuns;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  @TempDir private Path temp;

  @Test
  void testLabelsInfluenceNothingButTheTest() throws IOException {
    Path right = temp.resolve("right");
    Path turned = temp.resolve("turned");
    Training.of(SmallRuns.rows(right)).dataset(SmallRuns.blobs()).run();
    Training.of(SmallRuns.rows(turned)).dataset(SmallRuns.blobs(1)).run();
    Outcome one = Outcome.of(right);
    Outcome other = Outcome.of(turned);
    assertThat(other.weights()).isEqualTo(one.weights());
    assertThat(other.best()).isEqualTo(one.best());
    assertThat(other.metrics()).isEqualTo(one.metrics());
    assertThat(other.result().bestEpoch()).isEqualTo(one.result().bestEpoch());
    assertThat(other.result().testAccuracy()).isNotEqualTo(one.result().testAccuracy());
  }

  @Test
  void theBestEpochHasTheHighestAccuracyThenTheLastModuleClosestToTheTarget() throws IOException {
    // A rate at which the accuracy goes up and down.
    SmallRuns.trainBlobs(SmallRuns.rows(temp, "epochs", "8", "lr", "0.3", "validation", "0.3"));
    Outcome outcome = Outcome.of(temp);
    List<EpochMetrics> epochs = outcome.metrics();
    EpochMetrics best =
        epochs.stream()
            .max(
                Comparator.comparing(EpochMetrics::validationAccuracy)
                    .thenComparing(epoch -> -divergence(epoch))
                    .thenComparing(EpochMetrics::epoch))
            .orElseThrow();
    RunResult result = outcome.result();
    assertThat(result.bestEpoch()).isEqualTo(best.epoch()).isBetween(1, 7);
    assertThat(result.validationAccuracy().best()).isEqualTo(best.validationAccuracy());
    assertThat(result.validationAccuracy().last())
        .isEqualTo(epochs.get(epochs.size() - 1).validationAccuracy());
    assertThat(outcome.best()).isNotEqualTo(outcome.weights());
  }

  private static double divergence(EpochMetrics epoch) {
    return epoch.modules().get(epoch.modules().size() - 1).validation().klTarget();
  }

  @Test
  void withoutAValidationPartTheLastEpochStandsAsTheBest() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(temp, "validation", "0"));
    Outcome outcome = Outcome.of(temp);
    assertThat(outcome.best()).isEqualTo(outcome.weights());
    assertThat(outcome.result().bestEpoch()).isEqualTo(3);
    assertThat(outcome.result().validationAccuracy().best()).isNull();
    assertThat(outcome.result().validationAccuracy().last()).isNull();
    assertThat(outcome.result().testAccuracy().best())
        .isEqualTo(outcome.result().testAccuracy().last());
    assertThat(outcome.metrics())
        .allSatisfy(
            epoch -> {
              assertThat(epoch.validationAccuracy()).isNull();
              assertThat(epoch.modules())
                  .allSatisfy(module -> assertThat(module.validation()).isNull());
            });
  }
}
