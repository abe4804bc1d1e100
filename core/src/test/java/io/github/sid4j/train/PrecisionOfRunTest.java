package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.train.PrecisionChoice;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionOfRunTest {
  @TempDir private Path temp;

  private static String recorded(Path run) throws IOException {
    return RunJson.read(new RunPaths(run).provenance(), Provenance.class).precision();
  }

  @Test
  void aRunInBfloat16LearnsAndIsEvaluatedAsItWasTested() throws IOException {
    Trained trained = SmallRuns.train(SmallRuns.digits(temp, "precision", "bf16"));
    assertThat(recorded(temp)).isEqualTo("bf16");
    assertThat(trained.cascade().precision()).isEqualTo(Precision.BF16);
    double last = trained.result().orElseThrow().testAccuracy().last();
    assertThat(last).isGreaterThan(0.8);
    assertThat(RunEvaluation.of(temp).testAccuracy().last()).isEqualTo(last, within(0.0));
  }

  @Test
  void aBfloat16RunRepeatsItselfAndResumesBitForBit() throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    SmallRuns.trainBlobs(SmallRuns.rows(whole, "precision", "bf16"));
    int[] steps = {0};
    Training.of(SmallRuns.rows(parts, "precision", "bf16"))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == SmallRuns.BLOB_STEPS + 2)
        .run();
    SmallRuns.trainBlobs(SmallRuns.rows(parts, "precision", "bf16", "resume", "true"));
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  @Test
  void whatWasMeasuredIsRecordedAndKeptWhenTheRunResumes() throws IOException {
    int[] steps = {0};
    PrecisionChoice[] reported = new PrecisionChoice[2];
    for (int session = 0; session < 2; session++) {
      int now = session;
      Training.of(SmallRuns.rows(temp, "precision", "auto", "resume", "true"))
          .dataset(SmallRuns.blobs())
          .listeners(
              new TrainingListener() {
                @Override
                public void started(TrainingContext context, TrainingStart start) {
                  reported[now] = start.model().precision();
                }
              })
          .stopWhen(() -> now == 0 && ++steps[0] == 2)
          .run();
    }
    assertThat(reported[0].precision().label()).isEqualTo(recorded(temp));
    assertThat(reported[1]).isEqualTo(PrecisionChoice.named(recorded(temp)));
  }

  @Test
  void measuringChangesNoParameterAndNoStatistic() {
    Cascade cascade =
        cascade(
            Sequential.empty()
                .then("conv", new Conv2d(2, 6, 3, init()))
                .then("bn", new BatchNorm2d(6, init()))
                .then("pool", Operation.GLOBAL_AVERAGE));
    List<double[]> before = cascade.state().tensors().stream().map(Tensor::toDoubles).toList();
    PrecisionChoice choice = probe(cascade, 2, 4, 4).measure();
    assertThat(choice.seconds()).containsOnlyKeys(Precision.values());
    List<double[]> after = cascade.state().tensors().stream().map(Tensor::toDoubles).toList();
    assertThat(after).containsExactlyElementsOf(before);
  }

  @Test
  void aNetworkThatCannotBeTriedIsComputedInSinglePrecision() {
    Layer picky =
        new Layer() {
          @Override
          public Tensor forward(Tensor x) {
            throw new IllegalStateException("reads nothing but indices");
          }

          @Override
          public Parameters parameters() {
            return Parameters.none();
          }
        };
    assertThat(probe(cascade(picky), 4).measure())
        .isEqualTo(PrecisionChoice.of(Precision.FP32, PrecisionChoice.Reason.UNTRIED));
  }

  private static PrecisionProbe probe(Cascade cascade, int... shape) {
    return new PrecisionProbe(
        new TrainingComponents(Settings.parse(Map.of("batch", "8"))), cascade, objective(), shape);
  }

  private static Initializer init() {
    return new Initializer(1, DType.FLOAT32);
  }

  private static Cascade cascade(Layer extractor) {
    List<BeliefModule> modules = List.of(new MlpModule(3, 6, 7, init()));
    return new Cascade(extractor, modules, 3);
  }

  private static Objective objective() {
    return Objective.constant(Divergence.FORWARD, 0, 0.5, 1);
  }
}
