package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceTest {
  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"sid", "backprop", "deep-supervision"})
  void aRateFarTooHighEndsInOneLineThatNamesAPart(String method) {
    Settings settings = SmallRuns.digits(temp, "optimizer", "sgd", "lr", "1e6", "method", method);
    assertThatThrownBy(() -> SmallRuns.train(settings))
        .isInstanceOf(DivergedException.class)
        .hasMessageMatching(
            "(extractor|module \\d) has .*; a lower learning rate or clip=1 may help");
    assertThat(temp.resolve("result.json")).doesNotExist();
    assertThat(temp.resolve("weights.safetensors")).doesNotExist();
  }

  /** A module whose belief is undone from one of its forwards on. */
  private static final class Sick implements BeliefModule {
    private final BeliefModule module;
    private final int from;
    private int forwards;

    Sick(BeliefModule module, int from) {
      this.module = module;
      this.from = from;
    }

    @Override
    public Tensor logits(Tensor before, Tensor features) {
      Tensor logits = module.logits(before, features);
      return ++forwards < from ? logits : logits.times(Double.NaN);
    }

    @Override
    public Parameters parameters() {
      return module.parameters();
    }
  }

  /** A cascade whose second module falls ill. */
  private static CascadeFactory sickFrom(int forward) {
    return (settings, shape, classes, init) ->
        new Cascade(
            new Mlp(2, 8, 8, init),
            List.of(
                module(classes, init),
                new Sick(module(classes, init), forward),
                module(classes, init)),
            classes);
  }

  private static BeliefModule module(int classes, Initializer init) {
    return new MlpModule(classes, 8, 8, init);
  }

  @Test
  void theModuleIsNamedAndTheLastGoodCheckpointStaysUsable() throws IOException {
    Path well = temp.resolve("well");
    Training.of(SmallRuns.rows(well))
        .dataset(SmallRuns.blobs())
        .cascade(sickFrom(Integer.MAX_VALUE))
        .run();
    Path sick = temp.resolve("sick");
    // Each epoch has 5 steps and one forward for the validation: in step 3 of the second.
    Training training =
        Training.of(SmallRuns.rows(sick, "checkpoint-steps", "2"))
            .dataset(SmallRuns.blobs())
            .cascade(sickFrom(9));
    assertThatThrownBy(training::run)
        .isInstanceOf(DivergedException.class)
        .hasMessage("module 2 has loss NaN; a lower learning rate or clip=1 may help");
    long[] first = {0};
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(TrainingContext context, TrainedStep step) {
            if (first[0] == 0) {
              first[0] = 10L * step.epoch() + step.stepInEpoch();
            }
          }
        };
    Training.of(SmallRuns.rows(sick, "resume", "true"))
        .dataset(SmallRuns.blobs())
        .cascade(sickFrom(Integer.MAX_VALUE))
        .listeners(listener)
        .run();
    assertThat(first[0]).isEqualTo(22);
    assertThat(Outcome.of(sick)).isEqualTo(Outcome.of(well));
  }

  /** An extractor whose output is nothing, and whose gradient is beyond single precision. */
  private record Steep(Mlp layer) implements Layer {
    @Override
    public Tensor forward(Tensor x) {
      return layer.forward(x).times(1e-30).times(1e-30).times(1e30).times(1e30);
    }

    @Override
    public Parameters parameters() {
      return layer.parameters();
    }
  }

  @Test
  void weightsThatAreNoNumbersNeverBecomeACheckpoint() throws IOException {
    // With one step and no validation there is no loss that could show it.
    Settings settings = SmallRuns.rows(temp, "validation", "0", "batch", "90", "epochs", "1");
    CascadeFactory steep =
        (s, shape, classes, init) ->
            new Cascade(new Steep(new Mlp(2, 8, 8, init)), List.of(module(classes, init)), classes);
    Training training = Training.of(settings).dataset(SmallRuns.blobs()).cascade(steep);
    assertThatThrownBy(training::run)
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "extractor has values that are no finite numbers;"
                + " a lower learning rate or clip=1 may help");
    assertThat(temp.resolve("checkpoints")).isEmptyDirectory();
    assertThat(temp.resolve("metrics.jsonl")).doesNotExist();
  }
}
