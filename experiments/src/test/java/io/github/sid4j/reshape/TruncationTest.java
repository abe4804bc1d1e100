package io.github.sid4j.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.reshape.DepthChoice;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.reshape.TruncationReport.Depth;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TruncationTest {
  @TempDir private static Path temp;

  private static final List<String> COMMAND = List.of("truncate", "x");

  private static Trained shared;

  @BeforeAll
  static void train() throws IOException {
    shared = TrainedRuns.train(temp.resolve("shared"), "alpha", "0.9,0.7,0.5,0.3");
    TrainedRuns.train(temp.resolve("staged"), "topology", "staged", "stages", "3");
  }

  private static List<Prediction> predictions(Path run) throws IOException {
    return TrainedRuns.predictions(run, shared.data().test(), 40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared", "staged"})
  void whatIsLeftBelievesToTheBitWhatTheFirstModulesOfTheWholeDo(String name) throws IOException {
    Path run = temp.resolve(name);
    Path out = temp.resolve(name + "-two");
    Map<String, String> before = TrainedRuns.tree(run);

    Truncation.of(run).keep(2, out, COMMAND);

    assertThat(TrainedRuns.tree(run)).isEqualTo(before);
    List<Prediction> whole = predictions(run);
    List<Prediction> left = predictions(out);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(left.get(i).depth()).isEqualTo(2);
      assertThat(left.get(i).belief(1)).isEqualTo(whole.get(i).belief(1));
      assertThat(left.get(i).belief(2)).isEqualTo(whole.get(i).belief(2));
    }
    RunPaths from = new RunPaths(run);
    RunPaths into = new RunPaths(out);
    assertPart(TrainedRuns.tensors(into.best()), TrainedRuns.tensors(from.best()));
    assertPart(TrainedRuns.tensors(into.weights()), TrainedRuns.tensors(from.weights()));
  }

  private static void assertPart(Map<String, StoredTensor> left, Map<String, StoredTensor> whole) {
    assertThat(whole).containsAllEntriesOf(left);
    assertThat(left.keySet()).anyMatch(tensor -> tensor.startsWith("module2."));
    assertThat(left.keySet()).noneMatch(tensor -> tensor.startsWith("module3."));
  }

  @Test
  void whatIsLeftIsARunLikeAnyOther() throws IOException {
    Path out = temp.resolve("three");
    TruncationReport report = Truncation.of(shared.folder().orElseThrow()).keep(3, out, COMMAND);

    RunPaths paths = new RunPaths(out);
    RunResult result = RunJson.read(paths.result(), RunResult.class);
    RunEvaluation evaluation = RunEvaluation.of(out);
    assertThat(evaluation.testAccuracy()).isEqualTo(result.testAccuracy());
    assertThat(evaluation.modules()).isEqualTo(result.modules()).hasSize(3);
    assertThat(report.after().testAccuracy()).isEqualTo(result.testAccuracy().best());
    assertThat(report.after().parameters())
        .isEqualTo(result.parameters())
        .isLessThan(report.before().parameters());
    assertThat(report.after().weightBytes()).isLessThan(report.before().weightBytes());
    Provenance provenance = RunJson.read(paths.provenance(), Provenance.class);
    assertThat(provenance.command()).isEqualTo(COMMAND);
    assertThat(provenance.origin())
        .isEqualTo(
            new OriginProvenance(
                "truncated",
                "shared",
                FileHash.sha256(new RunPaths(shared.folder().orElseThrow()).best())));
    Settings settings = Settings.read(paths.settings());
    assertThat(settings.text(ObjectiveSetting.ALPHA)).isEqualTo("0.9,0.7,0.5");
    Settings resumed =
        settings.with(RunSetting.OUT, Optional.of(out)).with(RunSetting.RESUME, true);
    assertThat(Training.of(resumed).run().result()).contains(result);

    Path again = temp.resolve("again");
    Truncation.of(out).keep(1, again, COMMAND);
    assertThat(Settings.read(new RunPaths(again).settings()).get(ReshapeSetting.KEEP_MODULES))
        .isEqualTo(1);
    assertThat(predictions(again).get(0).belief(1)).isEqualTo(predictions(out).get(0).belief(1));
  }

  @Test
  void whatTheValidationPartCannotShowIsNotCut() throws IOException {
    Truncation truncation = Truncation.of(shared.folder().orElseThrow());
    DepthChoice choice = truncation.choose(0.003);
    assertThat(choice.modules()).isEqualTo(truncation.smallestWithin(0.003)).isEqualTo(4);
    assertThat(truncation.smallestWithin(0)).isEqualTo(4);
    assertThat(truncation.smallestWithin(1)).isEqualTo(1);
    List<Depth> depths = truncation.depths();
    int wide = truncation.smallestWithin(0.1);
    double best = depths.stream().mapToDouble(Depth::validationAccuracy).max().orElseThrow();
    assertThat(depths.get(wide - 1).validationAccuracy()).isGreaterThanOrEqualTo(best - 0.1);
  }

  @Test
  void withoutAValidationPartTheDepthMustBeSaid() throws IOException {
    Path run = temp.resolve("unvalidated");
    TrainedRuns.train(run, "validation", "0", "epochs", "1");
    Truncation truncation = Truncation.of(run);
    assertThatThrownBy(() -> truncation.smallestWithin(0.01))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("validation part");
    truncation.keep(1, temp.resolve("unvalidated-1"), null);
    assertThat(RunEvaluation.of(temp.resolve("unvalidated-1")).modules()).hasSize(1);
  }

  @Test
  void whatCannotBeCutIsRefusedInOneLine() throws IOException {
    assertRefused(() -> Truncation.of(shared.folder().orElseThrow()).keep(5, null, null), "1 to 4");
    assertRefused(() -> Truncation.of(shared.folder().orElseThrow()).keep(0, null, null), "1 to 4");
    assertRefused(() -> Truncation.of(temp.resolve("none")), "result.json");
    Path backprop = temp.resolve("backprop");
    TrainedRuns.train(backprop, "method", "backprop", "epochs", "1");
    assertRefused(() -> Truncation.of(backprop), "method backprop");
    Path full = Files.createDirectories(temp.resolve("full"));
    Files.writeString(full.resolve("diary.txt"), "mine");
    assertRefused(
        () -> Truncation.of(shared.folder().orElseThrow()).keep(1, full, null), "empty folder");
  }

  @Test
  void aTruncationThatFailsLeavesNothingAndOneThatWasKilledCanBeRepeated() throws IOException {
    Truncation truncation = Truncation.of(shared.folder().orElseThrow());
    Path out = temp.resolve("repeated");
    // Its beliefs cannot be read: it fails when the weights are written already.
    Path run = temp.resolve("damaged");
    TrainedRuns.train(run, "epochs", "1");
    Files.writeString(new RunPaths(run).beliefs(), "{");
    Truncation failing = Truncation.of(run);
    assertRefused(() -> failing.keep(2, out, COMMAND), "beliefs.json");
    assertThat(out).doesNotExist();

    truncation.keep(2, out, COMMAND);
    Map<String, String> whole = TrainedRuns.tree(out);
    // As a kill leaves it before the settings are there.
    Files.move(
        new RunPaths(out).settings(),
        out.resolve(".tmp-settings.yaml-01234567-89ab-cdef-0123-456789abcdef"));
    Files.delete(new RunPaths(out).best());
    truncation.keep(2, out, COMMAND);
    assertThat(TrainedRuns.tree(out).keySet()).isEqualTo(whole.keySet());
    assertThat(TrainedRuns.tensors(new RunPaths(out).best())).isNotEmpty();
    assertRefused(() -> truncation.keep(2, out, COMMAND), "empty folder");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
    assertThatThrownBy(call)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n");
  }
}
