package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.model.StoredTensors;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Dropout;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of networks that learn statistics and drop: what a checkpoint has to hold for them. */
@Tag("slow")
class NormalisedRunTest {
  private static final CascadeFactory NORMALISED =
      (settings, shape, classes, init) ->
          new Cascade(
              Sequential.empty()
                  .then("conv1", new Conv2d(shape[0], 6, 3, init))
                  .then("bn1", new BatchNorm2d(6, init))
                  .then("relu", Operation.RELU_IN_PLACE)
                  .then("drop", new Dropout(0.2, init))
                  .then("pool", Operation.GLOBAL_AVERAGE),
              List.of(new MlpModule(classes, 6, 10, init), new MlpModule(classes, 6, 10, init)),
              classes);

  @TempDir private Path temp;

  private Trained train(Path out, int stopAfter, String... settings) throws IOException {
    int[] taken = {0};
    return Training.of(SmallRuns.digits(out, settings))
        .cascade(NORMALISED)
        .stopWhen(() -> ++taken[0] == stopAfter)
        .run();
  }

  @ParameterizedTest(name = "{1} after step {0}")
  @CsvSource({"1,single-pass", "20,single-pass", "27,two-phase", "33,threads"})
  void aRunThatWasStoppedEndsAsIfItHadNotBeen(int step, String execution) throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    train(whole, 0, "epochs", "2");
    String[] resumed = {"epochs", "2", "execution", execution, "resume", "true"};
    assertThat(train(parts, step, resumed).result()).isEmpty();
    assertThat(train(parts, 0, resumed).result()).isPresent();
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  /** Whose shares draw numbers of their own, and of which only the first learns statistics. */
  @Test
  void aDataParallelRunThatWasStoppedEndsAsIfItHadNotBeen() throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    String[] settings = {
      "epochs",
      "2",
      "execution",
      "data-parallel",
      "threads",
      "3",
      "accumulate",
      "2",
      "resume",
      "true"
    };
    train(whole, 0, settings);
    assertThat(train(parts, 23, settings).result()).isEmpty();
    assertThat(train(parts, 0, settings).result()).isPresent();
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  @Test
  void statisticsAreStoredUnderTheirNamesAndUsedInTesting() throws IOException {
    Trained trained = train(temp, 0, "epochs", "2");
    Map<String, StoredTensor> stored = Safetensors.read(new RunPaths(temp).weights()).tensors();
    assertThat(stored)
        .containsKeys("extractor.bn1.running_mean", "extractor.bn1.running_var")
        .isEqualTo(StoredTensors.of(trained.cascade().state().byName()));
    assertThat(trained.result().orElseThrow().parameters())
        .as("statistics are no parameters")
        .isEqualTo(trained.cascade().parameters().count())
        .isEqualTo(trained.cascade().state().count() - 12);
    int[] predicted = trained.predict(trained.data().test());
    assertThat(trained.predict(trained.data().test()))
        .as("prediction draws nothing and learns nothing")
        .isEqualTo(predicted);
    assertThat(StoredTensors.of(trained.cascade().state().byName())).isEqualTo(stored);
  }
}
