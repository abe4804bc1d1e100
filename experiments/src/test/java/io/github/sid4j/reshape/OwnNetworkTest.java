package io.github.sid4j.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Blobs;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.RunOpening;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of an own network is cut off and grows with its factory, which knows nothing of either. */
class OwnNetworkTest {
  private static final NetworkChoice THREE = Blobs.network(3);
  private static final Dataset DATA = Blobs.rows(120, 0.25);

  @TempDir private Path temp;

  private Path run;

  @BeforeEach
  void train() throws IOException {
    run = temp.resolve("run");
    Training.builder()
        .data(DATA)
        .network(THREE)
        .method(Sid.modules(3))
        .epochs(2)
        .batchSize(16)
        .precision(Precision.FP32)
        .threads(1)
        .folder(run)
        .fit()
        .close();
  }

  private static RunOpening opening(Path run) {
    return RunOpening.of(run).network(THREE).data(DATA);
  }

  @Test
  void whatIsLeftIsOpenedWithTheFactoryOfTheWhole() throws IOException {
    Path out = temp.resolve("left");
    TruncationReport report = Truncation.of(opening(run)).keep(2, out, null);
    assertThat(report.after().modules()).isEqualTo(2);
    RunEvaluation whole = RunEvaluation.of(opening(run));
    RunEvaluation left = RunEvaluation.of(opening(out));
    assertThat(left.modules()).isEqualTo(whole.modules().subList(0, 2));
    try (Classifier classifier = Classifier.open(out, ClassifierOptions.defaults(), THREE)) {
      assertThat(classifier.classify(new float[] {2, 0, 0, 0}).depth()).isEqualTo(2);
    }
    assertThatThrownBy(() -> Truncation.of(RunOpening.of(out).data(DATA)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected the factory of the run's own network");
  }

  @Test
  void whatGrowsIsTrainedAndOpenedWithTheFactoryOfTheBase() throws IOException {
    Path out = temp.resolve("grown");
    Settings settings =
        Growth.settings(run, 1, List.of(Assignment.of("out=" + out), Assignment.of("epochs=1")));
    Training.of(settings).dataset(DATA).cascade(Blobs.cascade(3)).run().close();
    GrowReport report = Growth.report(opening(run), opening(out));
    assertThat(report.oldBefore()).hasSize(3);
    assertThat(report.oldAfter()).hasSize(4);
    // The base is not trained: what it could it can to the bit.
    assertThat(report.oldAfter().subList(0, 3)).isEqualTo(report.oldBefore());
  }

  @Test
  void noThreadCountIsLeftBehind() throws IOException {
    try (ThreadScope two = ThreadScope.of(2)) {
      Truncation.of(opening(run)).keep(1, temp.resolve("one"), null);
      assertThat(Engine.threads()).isEqualTo(2);
    }
  }
}
