package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.model.RunSettings;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a run cuts its network, and that it resumes with the same cuts. */
@Tag("slow")
class CutRunTest {
  @TempDir private Path temp;

  private Settings staged(String name, String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(new String[] {"topology", "staged", "network", "mlp"}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return SmallRuns.rows(temp.resolve(name), all);
  }

  private static boolean trainTwoSteps(Settings settings) throws IOException {
    int[] steps = {0};
    return Training.of(settings)
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == 2)
        .run()
        .result()
        .isPresent();
  }

  private List<Integer> stored(String name) throws IOException {
    return RunSettings.read(new RunPaths(temp.resolve(name))).get(ModelSetting.CUTS);
  }

  @Test
  void cutsAtPlacesGiveThoseStages() throws IOException {
    Trained trained = SmallRuns.trainBlobs(staged("run", "cuts", "1,3", "epochs", "1"));
    List<Stage> stages =
        trained.cascade().modules().stream().map(module -> module.stage().orElseThrow()).toList();
    assertThat(stages).extracting(Stage::firstBlock).containsExactly(0, 1, 3);
    assertThat(stages)
        .extracting(stage -> stage.layers().parts().keySet().toString())
        .containsExactly("[flatten, fc1, relu1]", "[fc2, relu2, fc3, relu3]", "[fc4, relu4]");
    assertThat(stored("run")).containsExactly(1, 3);
  }

  @Test
  void everyStagedRunRecordsItsCutsAndIsRepeatedFromItsSettings() throws IOException {
    SmallRuns.trainBlobs(staged("run", "stages", "3"));
    assertThat(stored("run")).containsExactly(2, 3);
    Settings again = Settings.read(new RunPaths(temp.resolve("run")).settings());
    SmallRuns.trainBlobs(again.with(RunSetting.OUT, Optional.of(temp.resolve("again"))));
    assertThat(Outcome.of(temp.resolve("again"))).isEqualTo(Outcome.of(temp.resolve("run")));
    SmallRuns.trainBlobs(staged("shared", "topology", "shared", "epochs", "1"));
    assertThat(stored("shared")).isEmpty();
  }

  @Test
  void aRunResumesWithItsCutsWhetherTheyAreGivenAgainOrNot() throws IOException {
    String[] cuts = {"cuts", "2", "stages", "2"};
    SmallRuns.trainBlobs(staged("whole", cuts));
    for (String name : List.of("given", "open")) {
      assertThat(trainTwoSteps(staged(name, cuts))).isFalse();
    }
    SmallRuns.trainBlobs(staged("given", "cuts", "2", "resume", "true"));
    SmallRuns.trainBlobs(staged("open", "stages", "2", "resume", "true"));
    assertThat(Outcome.of(temp.resolve("given"))).isEqualTo(Outcome.of(temp.resolve("whole")));
    assertThat(Outcome.of(temp.resolve("open"))).isEqualTo(Outcome.of(temp.resolve("whole")));
    assertThatThrownBy(() -> SmallRuns.trainBlobs(staged("open", "cuts", "3", "resume", "true")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found cuts: 3 instead of 2;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"time", "memory"})
  void whatWasMeasuredIsKeptWhenTheRunResumes(String balance) throws IOException {
    assumeTrue(balance.equals("time") || NativeMemory.inUseBytes().isPresent());
    Settings settings = staged("run", "stages", "3", "balance", balance, "resume", "true");
    List<List<Integer>> given = new ArrayList<>();
    int[] steps = {0};
    for (int session = 0; session < 2; session++) {
      Training.of(settings)
          .dataset(SmallRuns.blobs())
          .cascade(
              (resolved, shape, classes, init) -> {
                given.add(resolved.get(ModelSetting.CUTS));
                return Cascades.create(resolved, shape, classes, init);
              })
          .stopWhen(() -> ++steps[0] == SmallRuns.BLOB_STEPS + 2)
          .run();
    }
    List<Integer> kept = stored("run");
    assertThat(kept).hasSize(2);
    assertThat(given).containsExactly(List.of(), kept);
    String cuts = kept.get(0) + "," + kept.get(1);
    SmallRuns.trainBlobs(staged("whole", "cuts", cuts));
    assertThat(Outcome.of(temp.resolve("run"))).isEqualTo(Outcome.of(temp.resolve("whole")));
    assertThatThrownBy(
            () ->
                SmallRuns.trainBlobs(staged("run", "balance", "multiplications", "resume", "true")))
        .hasMessageContaining("found balance: multiplications instead of " + balance);
  }

  @Test
  void aMeasuredCutIsEvaluatedAsItWasTested() throws IOException {
    Path run = temp.resolve("run");
    String[] settings = {"topology", "staged", "network", "mlp", "stages", "2", "balance", "time"};
    Trained trained = SmallRuns.train(SmallRuns.digits(run, settings));
    assertThat(RunEvaluation.of(run).modules()).isEqualTo(trained.result().orElseThrow().modules());
  }

  /** Such as were begun before places were kept. */
  @Test
  void aRunWhoseSettingsNameNoCutsResumes() throws IOException {
    String[] settings = {"stages", "2", "resume", "true"};
    SmallRuns.trainBlobs(staged("whole", settings));
    trainTwoSteps(staged("run", settings));
    Path file = new RunPaths(temp.resolve("run")).settings();
    Files.writeString(file, Files.readString(file).replaceAll("(?m)^(cuts|# sha256): .*\\R", ""));
    assertThat(stored("run")).isEmpty();
    SmallRuns.trainBlobs(staged("run", settings));
    assertThat(Outcome.of(temp.resolve("run"))).isEqualTo(Outcome.of(temp.resolve("whole")));
  }

  @Test
  void cutsBeyondTheNetworkAreRefusedAndLeaveNothing() {
    assertThatThrownBy(() -> SmallRuns.trainBlobs(staged("run", "cuts", "2,4")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "cuts: expected at most 3 with a network of 4 blocks, found 4;"
                + " cut before earlier blocks or choose a deeper network");
    assertThat(temp).isEmptyDirectory();
  }
}
