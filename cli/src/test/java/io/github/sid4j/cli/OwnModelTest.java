package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.calibrate.Calibrator;
import io.github.sid4j.calibrate.Goal;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.export.RunExport;
import io.github.sid4j.export.Writers;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.Weights;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.testkit.Blobs;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.RunOpening;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import io.github.sid4j.train.TrainingBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with a network and data of a program is opened with them again. */
class OwnModelTest {
  private static final NetworkChoice TWO = Blobs.network(2);
  private static final Dataset BLOBS = Blobs.rows(150, 0.2);

  @TempDir private Path temp;

  private Path run;
  private RunResult result;

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
