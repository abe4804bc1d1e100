package io.github.sid4j.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class GrowthTest {
  @TempDir private static Path temp;

  private static Trained shared;

  @BeforeAll
  static void train() throws IOException {
    shared = TrainedRuns.train(temp.resolve("shared"), "modules", "2");
    TrainedRuns.train(temp.resolve("staged"), "topology", "staged", "stages", "3", "epochs", "1");
    TrainedRuns.train(
        temp.resolve("whole"), "method", "backprop", "topology", "whole", "epochs", "1");
  }

  private static Settings settings(Path base, Path out, String... others) throws IOException {
    List<Assignment> given = new ArrayList<>(List.of(Assignment.of("out=" + out)));
    Stream.of(others).map(Assignment::of).forEach(given::add);
    return Growth.settings(base, 2, given);
  }

  private static List<Prediction> predictions(Path run) throws IOException {
    return TrainedRuns.predictions(run, shared.data().test(), 30);
  }

  @ParameterizedTest
  @CsvSource({
    "shared,sid,single-pass",
    "shared,deep-supervision,single-pass",
    "shared,backprop,single-pass",
    "shared,sid,two-phase",
    "shared,sid,threads",
    "shared,sid,data-parallel",
    "staged,sid,single-pass",
    "staged,sid,pipeline",
    "whole,sid,single-pass"
  })
  void whatWasThereStaysAsItWasToTheByte(String name, String method, String execution)
      throws IOException {
    Path base = temp.resolve(name);
    Path out = temp.resolve("grown-" + name + method + execution);
    Map<String, String> before = TrainedRuns.tree(base);

    Training.of(settings(base, out, "method=" + method, "execution=" + execution, "epochs=1"))
        .run();

    assertThat(TrainedRuns.tree(base)).isEqualTo(before);
    Map<String, StoredTensor> old = TrainedRuns.tensors(new RunPaths(base).best());
    for (Path file : List.of(new RunPaths(out).best(), new RunPaths(out).weights())) {
      Map<String, StoredTensor> now = TrainedRuns.tensors(file);
      assertThat(now).containsAllEntriesOf(old);
      assertThat(now).hasSizeGreaterThan(old.size());
    }
  }

  @Test
  void whatWasThereBelievesWhatItDidToTheBitAndTheNewModulesLearn() throws IOException {
    Path out = temp.resolve("learned");
    Settings settings = settings(shared.folder().orElseThrow(), out, "epochs=4", "alpha=0.9,0.8");
    assertThat(settings.text(ObjectiveSetting.ALPHA)).isEqualTo("0.5,0.5,0.9,0.8");

    Training.of(settings).run();

    List<Prediction> before = predictions(shared.folder().orElseThrow());
    List<Prediction> after = predictions(out);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).depth()).isEqualTo(4);
      assertThat(after.get(i).belief(1)).isEqualTo(before.get(i).belief(1));
      assertThat(after.get(i).belief(2)).isEqualTo(before.get(i).belief(2));
    }
    List<EpochMetrics> epochs = new MetricsLog(new RunPaths(out).metrics()).read();
    double first = epochs.get(0).modules().get(3).train().loss();
    assertThat(epochs.get(3).modules().get(3).train().loss()).isLessThan(first / 2);
    Provenance provenance = RunJson.read(new RunPaths(out).provenance(), Provenance.class);
    assertThat(provenance.origin())
        .isEqualTo(
            new OriginProvenance(
                "grown",
                "shared",
                FileHash.sha256(new RunPaths(shared.folder().orElseThrow()).best())));
    // On the same data nothing can be forgotten at the old depths.
    GrowReport report = Growth.report(shared.folder().orElseThrow(), out);
    assertThat(report.oldAfter().subList(0, 2)).isEqualTo(report.oldBefore());
    assertThat(report.newAfter()).isEqualTo(report.oldAfter()).hasSize(4);
  }

  @Test
  void aGrownRunGrowsAndIsCutAgain() throws IOException {
    Path once = temp.resolve("once");
    Path twice = temp.resolve("twice");
    Training.of(settings(temp.resolve("staged"), once, "epochs=1")).run();
    Settings again = settings(once, twice, "epochs=1");
    assertThat(again.get(ReshapeSetting.GROWN_MODULES)).containsExactly(2, 2);
    assertThat(again.get(ReshapeSetting.KNOWN_CLASSES)).containsExactly(10, 10);
    Training.of(again).run();
    assertThat(TrainedRuns.tensors(new RunPaths(twice).weights()))
        .containsAllEntriesOf(TrainedRuns.tensors(new RunPaths(once).best()));
    for (int left : new int[] {6, 4, 2}) {
      Path out = temp.resolve("left-" + left);
      Truncation.of(twice).keep(left, out, null);
      assertThat(RunEvaluation.of(out).modules()).hasSize(left);
      assertThat(predictions(out).get(0).belief(left))
          .isEqualTo(predictions(twice).get(0).belief(left));
    }
    assertThat(RunEvaluation.of(twice).modules()).hasSize(7);
  }

  @Test
  void aGrowthThatWasStoppedEndsAsIfItHadNotBeen() throws IOException {
    Path undisturbed = temp.resolve("undisturbed");
    Path base = Files.createDirectories(temp.resolve("copy"));
    for (Path file : files(shared.folder().orElseThrow())) {
      Files.copy(file, base.resolve(file.getFileName()));
    }
    Training.of(settings(base, undisturbed, "epochs=2")).run();
    Path stopped = temp.resolve("stopped");
    for (int steps : new int[] {1, 30}) {
      int[] taken = {0};
      Settings settings = settings(base, stopped, "epochs=2", "resume=true");
      assertThat(Training.of(settings).stopWhen(() -> ++taken[0] == steps).run().result())
          .isEmpty();
    }
    // From its first checkpoint on a run needs its base no more, but for its description.
    Settings settings = settings(base, stopped, "epochs=2", "resume=true");
    Files.delete(new RunPaths(base).best());
    Training.of(settings).run();
    RunPaths one = new RunPaths(undisturbed);
    RunPaths other = new RunPaths(stopped);
    assertThat(other.weights()).hasSameBinaryContentAs(one.weights());
    assertThat(other.best()).hasSameBinaryContentAs(one.best());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void settingsAreThoseOfTheBaseUnlessTheyAreGiven() throws IOException {
    Settings settings = settings(shared.folder().orElseThrow(), temp.resolve("x"), "lr=0.5");
    assertThat(settings.get(TrainingSetting.LR)).isEqualTo(0.5);
    assertThat(settings.get(TrainingSetting.BATCH)).isEqualTo(64);
    assertThat(settings.get(TrainingSetting.PRECISION)).isEqualTo("fp32");
    assertThat(settings.get(ReshapeSetting.FROZEN)).isEqualTo("base");
    assertThat(Growth.settings(shared.folder().orElseThrow(), 3, List.of()).get(RunSetting.OUT))
        .contains(Path.of("runs", "shared-grown-3"));
  }

  @Test
  void whatCannotGrowIsRefusedInOneLine() throws IOException {
    Path noprop = temp.resolve("noprop");
    TrainedRuns.train(noprop, "method", "noprop", "epochs", "1");
    assertRefused(() -> settings(noprop, temp.resolve("x")), "noprop");
    assertRefused(() -> Growth.settings(shared.folder().orElseThrow(), 0, List.of()), "at least 1");
    assertRefused(() -> settings(temp.resolve("none"), temp.resolve("x")), "settings.yaml");
    assertRefused(
        () -> settings(shared.folder().orElseThrow(), temp.resolve("x"), "alpha=0.1,0.2,0.3"),
        "2 new modules");
    assertRefused(
        () -> settings(shared.folder().orElseThrow(), temp.resolve("x"), "method=hsic"),
        "topology");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
    assertThatThrownBy(call)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n");
  }
}
