package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A backbone cut into stages, from settings to result. */
@Tag("slow")
class StagedRunTest {
  private static final String[] SMALL = {
    "topology", "staged", "stages", "3", "network", "mlp", "epochs", "4"
  };

  @TempDir private Path temp;

  private static String[] small(String... more) {
    String[] all = new String[SMALL.length + more.length];
    System.arraycopy(SMALL, 0, all, 0, SMALL.length);
    System.arraycopy(more, 0, all, SMALL.length, more.length);
    return all;
  }

  @Test
  void everyStageLearnsAndTheRunIsEvaluatedAsItWasTested() throws IOException {
    Trained trained = SmallRuns.train(SmallRuns.digits(temp, small()));
    assertThat(trained.cascade().extractor().parameters().count()).isZero();
    assertThat(trained.result().orElseThrow().modules())
        .hasSize(3)
        .allSatisfy(module -> assertThat(module.testAccuracy()).isGreaterThan(0.8));
    assertThat(RunEvaluation.of(temp).modules()).isEqualTo(trained.result().get().modules());
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-phase", "threads", "pipeline"})
  void theSameSeedGivesTheSameBytesInEveryExecution(String execution) throws IOException {
    SmallRuns.train(SmallRuns.digits(temp.resolve("one"), small()));
    SmallRuns.train(SmallRuns.digits(temp.resolve("other"), small("execution", execution)));
    assertThat(Outcome.of(temp.resolve("other"))).isEqualTo(Outcome.of(temp.resolve("one")));
  }

  @Test
  void sharesOfBatchesOnThreadsLearnAsWell() throws IOException {
    String[] shares = small("execution", "data-parallel", "threads", "2");
    Trained trained = SmallRuns.train(SmallRuns.digits(temp, shares));
    assertThat(trained.result().orElseThrow().testAccuracy().last()).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, SmallRuns.BLOB_STEPS, SmallRuns.BLOB_STEPS + 2})
  void aPipelineThatWasStoppedResumesBitForBit(int after) throws IOException {
    String[] settings = small("execution", "pipeline", "checkpoint-steps", "2");
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    SmallRuns.trainBlobs(SmallRuns.rows(whole, settings));
    int[] asked = {0};
    Training.of(SmallRuns.rows(parts, settings))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++asked[0] == after)
        .run();
    String[] resumed = small("execution", "pipeline", "checkpoint-steps", "2", "resume", "true");
    SmallRuns.trainBlobs(SmallRuns.rows(parts, resumed));
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  @ParameterizedTest
  @CsvSource({
    "staged, batched, 'execution: expected one for topology staged, found batched'",
    "shared, pipeline, 'execution: expected one for topology shared, found pipeline'"
  })
  void anExecutionOfTheOtherShapeIsRefused(String shape, String execution, String expected) {
    assertThatThrownBy(
            () ->
                SmallRuns.train(SmallRuns.digits(temp, "topology", shape, "execution", execution)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(expected);
  }

  @Test
  void moreStagesThanTheNetworkHasBlocksAreRefused() {
    assertThatThrownBy(() -> SmallRuns.train(SmallRuns.digits(temp, small("stages", "40"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stages: expected at most ")
        .hasMessageContaining("found 40");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void lossesThatReachBackTrainToo() throws IOException {
    Trained trained = SmallRuns.train(SmallRuns.digits(temp, small("overlap", "2")));
    assertThat(trained.result().orElseThrow().modules())
        .hasSize(3)
        .allSatisfy(module -> assertThat(module.testAccuracy()).isGreaterThan(0.8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"staged", "whole", "shared"})
  void recomputingSegmentsGivesTheBytesOfBackprop(String shape) throws IOException {
    for (String method : List.of("backprop", "checkpointed-backprop")) {
      SmallRuns.train(
          SmallRuns.digits(temp.resolve(method), small("method", method, "topology", shape)));
    }
    assertThat(Outcome.of(temp.resolve("checkpointed-backprop")).weights())
        .isEqualTo(Outcome.of(temp.resolve("backprop")).weights());
  }
}
