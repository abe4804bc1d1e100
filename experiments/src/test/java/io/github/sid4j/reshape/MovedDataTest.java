package io.github.sid4j.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.calibrate.Calibrator;
import io.github.sid4j.calibrate.Goal;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.testkit.Tree;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.RunOpening;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data of a run, named from another folder and moved. */
class MovedDataTest {
  @TempDir private Path temp;
  private Path table;
  private Path run;

  @BeforeEach
  void aRunWhoseDataWasGivenByARelativePath() throws IOException {
    table = Files.createDirectory(temp.resolve("before")).resolve("t.csv");
    Files.writeString(table, rows("1."));
    run = temp.resolve("run");
    Training.of(settings(relative(table))).run();
  }

  private static String rows(String number) {
    StringBuilder rows = new StringBuilder("x,label\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i % 2 == 0 ? number : "8.").append(i % 7).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    return rows.toString();
  }

  private static Path relative(Path path) {
    return Path.of("").toAbsolutePath().relativize(path.toAbsolutePath());
  }

  private Settings settings(Path data, String... others) {
    String[] all = new String[others.length + 8];
    System.arraycopy(
        new String[] {"dataset", "csv", "data", data.toString(), "epochs", "1", "batch", "16"},
        0,
        all,
        0,
        8);
    System.arraycopy(others, 0, all, 8, others.length);
    return SmallRun.shared(run, all);
  }

  private Path moved() throws IOException {
    Path there = Files.createDirectory(temp.resolve("after")).resolve("u.csv");
    return Files.move(table, there);
  }

  @Test
  void aRunKeepsTheWholePathOfItsData() throws IOException {
    assertThat(Settings.read(run.resolve("settings.yaml")).get(DataSetting.DATA)).contains(table);
    assertThat(RunEvaluation.of(run).testSize()).isEqualTo(12);
  }

  @Test
  void dataThatMovedCanBeNamed() throws IOException {
    RunEvaluation before = RunEvaluation.of(run);
    Path there = moved();
    assertThat(RunEvaluation.of(run, relative(there))).isEqualTo(before);
    Calibrator.calibrate(run, there, new Goal(Goal.Kind.LOSS, 50), 1);
    Path truncated = temp.resolve("truncated");
    Truncation.of(RunOpening.of(run).movedData(relative(there))).keep(1, truncated, null);
    assertThat(Settings.read(truncated.resolve("settings.yaml")).get(DataSetting.DATA))
        .contains(there);
  }

  @Test
  void missingDataIsReportedWithHowToNameIt() throws IOException {
    moved();
    assertThatThrownBy(() -> RunEvaluation.of(run))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s: expected the data of the run %s, found nothing there; give its place by data=PATH"
                .formatted(table, run));
    assertThatThrownBy(() -> RunEvaluation.of(run, Path.of("none.csv")))
        .hasMessage(
            "none.csv: expected the data of the run %s, found nothing there; correct data=PATH"
                .formatted(run));
  }

  @Test
  void otherDataIsRefusedAndChangesNothing() throws IOException {
    Path other = Files.writeString(temp.resolve("other.csv"), rows("2."));
    var before = Tree.of(run);
    assertThatThrownBy(() -> Calibrator.calibrate(run, other, new Goal(Goal.Kind.LOSS, 50), 1))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("data set csv in " + other + ": expected the data of the run, SHA-")
        .hasMessageContaining("found other data")
        .hasMessageEndingWith("or name it by data=PATH");
    assertThat(Tree.of(run)).isEqualTo(before);
  }

  @Test
  void aRunResumesWithDataThatMovedIfItIsTheSame() throws IOException {
    Path there = moved();
    assertThat(Training.of(settings(relative(there), "resume", "true")).run().result()).isPresent();
  }

  @Test
  void aRefusedResumeNamesWhereTheRunReadItsData() {
    assertThatThrownBy(() -> Training.of(settings(Path.of("t.csv"), "resume", "true")).run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "t.csv: expected the data of the run, found nothing there; give data="
                + table
                + ", where the run read it, or where it is now");
  }

  @Test
  void aRunThatGrowsOnDataThatMovedIsMeasuredOnIt() throws IOException {
    Path there = moved();
    Path grown = temp.resolve("grown");
    List<Assignment> given =
        List.of(
            new Assignment("data", there.toString(), "data"),
            new Assignment("out", grown.toString(), "out"));
    Training.of(Growth.settings(run, 1, given)).run();
    GrowReport report = Growth.report(run, grown);
    assertThat(report.oldTestSize()).isEqualTo(12);
  }

  @Test
  void dataThatIsPartOfTheLibraryHasNoPlace() throws IOException {
    Path digits = temp.resolve("digits");
    Training.of(SmallRun.shared(digits, "epochs", "1")).run();
    assertThatThrownBy(() -> RunEvaluation.of(digits, table))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected none, since digits is part of the library");
  }
}
