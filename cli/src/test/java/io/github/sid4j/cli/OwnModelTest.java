package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.calibrate.Calibrator;
import io.github.sid4j.calibrate.Goal;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.export.RunExport;
import io.github.sid4j.export.Writers;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.Networks;
import io.github.sid4j.model.Weights;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.RunOpening;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import io.github.sid4j.train.TrainingBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with a network and data of a program is opened with them again. */
class OwnModelTest {
  private static final NetworkChoice TWO =
      Networks.own(
          (settings, shape, classes, init) ->
              new Cascade(
                  new Mlp(shape[0], 12, 6, init),
                  Stream.generate(() -> new MlpModule(classes, 6, 10, init)).limit(2).toList(),
                  classes));

  private static final Dataset BLOBS = blobs();

  @TempDir private Path temp;

  private Path run;
  private RunResult result;

  /** Three classes of rows around three places. */
  private static Dataset blobs() {
    float[][] rows = new float[150][];
    int[] labels = new int[rows.length];
    Random random = new Random(4);
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 3;
      rows[i] = new float[4];
      for (int j = 0; j < 4; j++) {
        rows[i][j] = (float) (random.nextGaussian() / 2 + (j == labels[i] ? 2 : 0));
      }
    }
    return Datasets.of(rows, labels, 0.2);
  }

  private TrainingBuilder training() {
    return Training.builder()
        .data(BLOBS)
        .network(TWO)
        .method(Sid.modules(2))
        .epochs(3)
        .batchSize(16)
        .precision(Precision.FP32)
        .threads(1)
        .folder(run);
  }

  @BeforeEach
  void train() throws IOException {
    run = temp.resolve("run");
    try (Trained trained = training().fit()) {
      result = trained.result().orElseThrow();
    }
  }

  private RunOpening opening() {
    return RunOpening.of(run).network(TWO).data(BLOBS);
  }

  @Test
  void itIsEvaluatedAndCalibrated() throws IOException {
    RunEvaluation evaluation = RunEvaluation.of(opening());
    assertThat(evaluation.testAccuracy()).isEqualTo(result.testAccuracy());
    assertThat(Calibrator.calibrate(opening(), new Goal(Goal.Kind.LOSS, 50), 1).modules())
        .hasSize(2);
    try (Classifier classifier = Classifier.open(run, ClassifierOptions.defaults(), TWO)) {
      assertThat(classifier.inForce().temperatures()).hasSize(2);
    }
  }

  @Test
  void itIsExported() throws IOException {
    Path onnx = temp.resolve("model.onnx");
    try (RunExport export = RunExport.open(run, Weights.BEST, TWO)) {
      export.onnx(onnx, Writers.standard());
    }
    assertThat(onnx).isNotEmptyFile();
  }

  @Test
  void whatIsExportedFromMemoryIsWhatItsFolderHolds() throws IOException {
    Path stored = temp.resolve("stored.safetensors");
    try (RunExport export = RunExport.open(run, Weights.BEST, TWO)) {
      export.safetensors(stored);
    }
    Path kept = temp.resolve("kept.safetensors");
    try (Trained again = training().folder(temp.resolve("again")).fit();
        RunExport export = RunExport.of(again.model())) {
      export.safetensors(kept);
    }
    assertThat(kept).hasSameBinaryContentAs(stored);
  }

  @Test
  void itIsExtended() throws IOException {
    try (Trained longer = training().epochs(4).resume().fit()) {
      assertThat(longer.epochs()).hasSize(4);
    }
  }

  @Test
  void withoutItsFactoryItIsRefused() {
    assertThatThrownBy(() -> RunEvaluation.of(RunOpening.of(run).data(BLOBS)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            run
                + ": expected the factory of the run's own network, found none; give it when the"
                + " run is opened");
    assertThatThrownBy(() -> Classifier.open(run, ClassifierOptions.defaults()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected the factory of the run's own network");
    assertThatThrownBy(() -> RunEvaluation.of(RunOpening.of(run).network(TWO)))
        .isInstanceOf(InputException.class);
  }
}
