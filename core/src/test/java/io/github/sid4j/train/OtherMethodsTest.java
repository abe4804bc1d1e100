package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that train ordinary networks in other ways, from settings to result. */
@Tag("slow")
class OtherMethodsTest {
  @TempDir private Path temp;

  private static String[] words(String settings, String... more) {
    return Stream.concat(Stream.of(settings.split("[ =]", -1)), Stream.of(more))
        .toArray(String[]::new);
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
    Trained trained = SmallRuns.train(SmallRuns.digits(temp, words("epochs=4 " + settings)));
    // Chance is 0.1; all of these reach 0.9, and what does not train stays far below.
    assertThat(trained.result().orElseThrow().testAccuracy().last()).isBetween(0.85, 1.0);
    assertThat(RunEvaluation.of(temp).modules()).isEqualTo(trained.result().get().modules());
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
    SmallRuns.trainBlobs(SmallRuns.rows(whole, words(settings)));
    int[] asked = {0};
    Training.of(SmallRuns.rows(parts, words(settings)))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++asked[0] == SmallRuns.BLOB_STEPS + 2)
        .run();
    SmallRuns.trainBlobs(SmallRuns.rows(parts, words(settings, "resume", "true")));
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }
}
