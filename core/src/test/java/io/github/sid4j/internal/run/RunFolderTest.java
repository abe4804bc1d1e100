package io.github.sid4j.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.CheckpointStore;
import io.github.sid4j.run.LockHolder;
import io.github.sid4j.run.Records;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
  @TempDir Path temp;

  @Test
  void makesTheFolderWithItsParents() throws IOException {
    Path folder = temp.resolve("a/b");
    try (RunFolder run = RunFolder.create(folder, false)) {
      assertThat(run.paths()).isEqualTo(new RunPaths(folder));
      assertThat(names(folder)).containsExactly("run.lock");
    }
  }

  @Test
  void refusesAFolderWithFilesUnlessAskedToOverwrite() throws IOException {
    Path folder = earlierRun();
    List<String> before = names(folder);
    assertThatThrownBy(() -> RunFolder.create(folder, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected an empty folder");
    assertThat(names(folder)).isEqualTo(before);
    RunFolder.create(folder, true).close();
    assertThat(names(folder)).containsExactly("run.lock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.txt",
        "checkpoints/notes.txt",
        "checkpoints/step-000000003/notes.txt",
        "checkpoints/mine/state.json",
        "tensorboard/events.out.tfevents.1700000000.other",
        "settings.yaml.bak",
        ".tmp-result.json",
        "sub/settings.yaml"
      })
  void overwritesNothingWhereAStrangersFileLies(String stranger) throws IOException {
    Path folder = earlierRun();
    Files.createDirectories(folder.resolve(stranger).getParent());
    Files.writeString(folder.resolve(stranger), "mine");
    List<String> before = names(folder);
    assertThatThrownBy(() -> RunFolder.create(folder, true)).isInstanceOf(InputException.class);
    assertThat(names(folder)).isEqualTo(before);
  }

  @Test
  void settingsWithoutARunsLockAreTheUsersOwn() throws IOException {
    Files.writeString(temp.resolve("settings.yaml"), "mine");
    assertThatThrownBy(() -> RunFolder.create(temp, true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no run.lock");
    assertThat(names(temp)).containsExactly("settings.yaml");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege there")
  void aLinkIsAStrangersEvenUnderOurName() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside"), "mine");
    Path folder = earlierRun();
    Files.delete(folder.resolve("best.safetensors"));
    Files.createSymbolicLink(folder.resolve("best.safetensors"), outside);
    assertThatThrownBy(() -> RunFolder.create(folder, true)).isInstanceOf(InputException.class);
    assertThat(outside).hasContent("mine");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("run"), "mine");
    assertThatThrownBy(() -> RunFolder.create(file, true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found a file");
    assertThatThrownBy(() -> RunFolder.resume(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found a file");
  }

  @Test
  void namesOfTheSameSecondStayApart() throws IOException {
    LocalDateTime now = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
    try (RunFolder first = RunFolder.createIn(temp.resolve("runs"), "../my data", "sid", now);
        RunFolder second = RunFolder.createIn(temp.resolve("runs"), "../my data", "sid", now)) {
      assertThat(first.paths().folder())
          .isEqualTo(temp.resolve("runs/my-data-sid-20260102-030405"));
      assertThat(second.paths().folder())
          .isEqualTo(temp.resolve("runs/my-data-sid-20260102-030405-2"));
    }
  }

  @Test
  void resumingKeepsAllButWhatAKilledProcessWasWriting() throws IOException {
    Path folder = earlierRun();
    List<String> before = names(folder);
    RunFolder.resume(folder).close();
    before.removeIf(name -> name.startsWith(".tmp-"));
    assertThat(names(folder)).isEqualTo(before).contains("settings.yaml", "result.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run.lock",
        "run.lock provenance.json",
        "run.lock .tmp-provenance.json-01234567-89ab-cdef-0123-456789abcdef",
        "run.lock provenance.json .tmp-settings.yaml-01234567-89ab-cdef-0123-456789abcdef",
        "run.lock checkpoints/"
      })
  void resumingBeginsWhereNoRunHasGotAsFarAsItsSettings(String files) throws IOException {
    Path folder = temp.resolve("run");
    for (String file : files.isEmpty() ? new String[0] : files.split(" ", -1)) {
      Files.createDirectories(file.endsWith("/") ? folder.resolve(file) : folder);
      if (!file.endsWith("/")) {
        Files.writeString(folder.resolve(file), "{");
      }
    }
    RunFolder.checkResumable(folder);
    assertThat(RunFolder.isFree(folder)).isTrue();
    try (RunFolder run = RunFolder.resume(folder)) {
      assertThat(names(run.paths().folder())).containsExactly("run.lock");
    }
  }

  @Test
  void ofARunThatDoesNotBeginNothingIsLeft() throws IOException {
    Path folder = temp.resolve("run");
    try (RunFolder run = RunFolder.create(folder, false)) {
      Files.writeString(run.paths().provenance(), "{");
    }
    assertThat(folder).doesNotExist();
    Path emptyBefore = Files.createDirectories(temp.resolve("empty"));
    RunFolder.createWhole(emptyBefore).close();
    assertThat(emptyBefore).isEmptyDirectory();
  }

  @Test
  void aRunWrittenInOneGoTakesThePlaceOfOneThatWasKilled() throws IOException {
    Path folder = temp.resolve("runs/cut");
    Path killed = temp.resolve("killed");
    try (RunFolder run = RunFolder.createWhole(folder)) {
      Files.writeString(run.paths().weights(), "half");
      copy(folder, killed);
      Files.writeString(run.paths().settings(), "ours");
    }
    assertThat(names(folder)).containsExactly("run.lock", "settings.yaml", "weights.safetensors");
    assertThatThrownBy(() -> RunFolder.createWhole(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected an empty folder")
        .hasMessageNotContaining("--");

    assertThat(RunFolder.isFree(killed)).isTrue();
    Files.writeString(killed.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> RunFolder.createWhole(killed)).isInstanceOf(InputException.class);
    Files.delete(killed.resolve("notes.txt"));
    try (RunFolder run = RunFolder.createWhole(killed)) {
      assertThat(run.paths().weights()).doesNotExist();
      Files.writeString(run.paths().settings(), "ours");
    }
    assertThat(names(killed)).containsExactly("run.lock", "settings.yaml");
  }

  @Test
  void aFolderOfItsOwnIsTheFirstThatIsFree() throws IOException {
    Path runs = temp.resolve("runs");
    try (RunFolder first = RunFolder.createWholeIn(runs, "cut")) {
      assertThat(first.paths().folder()).isEqualTo(runs.resolve("cut"));
      try (RunFolder second = RunFolder.createWholeIn(runs, "cut")) {
        assertThat(second.paths().folder()).isEqualTo(runs.resolve("cut-2"));
      }
    }
    try (RunFolder again = RunFolder.createWholeIn(runs, "cut")) {
      assertThat(again.paths().folder()).isEqualTo(runs.resolve("cut"));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege there")
  void aRunReachedThroughALinkIsHeldToTheSameRules() throws IOException {
    Path folder = earlierRun();
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    List<String> before = names(folder);
    assertThat(RunFolder.isFree(link)).isFalse();
    assertThatThrownBy(() -> RunFolder.create(link, false)).isInstanceOf(InputException.class);
    assertThat(names(folder)).isEqualTo(before);
    RunFolder.create(link, true).close();
    assertThat(names(folder)).containsExactly("run.lock");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String name : names(from)) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.txt",
        "provenance.json",
        "run.lock notes.txt",
        "run.lock weights.safetensors",
        "run.lock checkpoints/step-000000007/progress.json"
      })
  void resumingRefusesWhatIsNoRunOrHasLostItsSettings(String files) throws IOException {
    for (String file : files.split(" ", -1)) {
      Files.createDirectories(temp.resolve(file).getParent());
      Files.writeString(temp.resolve(file), "mine");
    }
    List<String> before = names(temp);
    assertThatThrownBy(() -> RunFolder.resume(temp))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(temp + ": expected the folder of a run with settings.yaml");
    assertThat(names(temp)).isEqualTo(before);
  }

  @Test
  void twoHoldersInOneProcessAreRefused() throws IOException {
    assertThat(RunFolder.isWritten(temp.resolve("run"))).isFalse();
    try (RunFolder run = RunFolder.create(temp.resolve("run"), false)) {
      assertThat(RunFolder.isWritten(run.paths().folder())).isTrue();
      assertThatThrownBy(() -> RunFolder.create(run.paths().folder(), true))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another process");
    }
    assertThat(RunFolder.isWritten(temp.resolve("run"))).isFalse();
    RunFolder.create(temp.resolve("run"), true).close();
  }

  @Test
  void askingOrRefusingDoesNotLetAnotherProcessIn() throws Exception {
    Path folder = temp.resolve("run");
    try (RunFolder run = RunFolder.create(folder, false)) {
      assertThat(RunFolder.isWritten(run.paths().folder())).isTrue();
      assertThatThrownBy(() -> RunFolder.resume(folder)).isInstanceOf(InputException.class);
      Process other = holder(folder, ProcessBuilder.Redirect.DISCARD);
      try {
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isNotZero();
      } finally {
        other.destroyForcibly();
      }
    }
  }

  @Test
  void anotherProcessIsRefusedUntilTheFirstIsKilled() throws Exception {
    Path folder = temp.resolve("run");
    Process holder = holder(folder, ProcessBuilder.Redirect.INHERIT);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("holds " + folder);
      assertThatThrownBy(() -> RunFolder.create(folder, true))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(folder + ": expected a run that nobody else is writing");
      assertThat(RunFolder.isWritten(folder)).isTrue();
    } finally {
      holder.destroyForcibly();
      assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    RunFolder.create(folder, false).close();
  }

  private static Process holder(Path folder, ProcessBuilder.Redirect errors) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            folder.toString())
        .redirectError(errors)
        .start();
  }

  private Path earlierRun() throws IOException {
    Path folder = temp.resolve("earlier");
    try (RunFolder run = RunFolder.create(folder, false)) {
      RunPaths paths = run.paths();
      for (Path file :
          List.of(
              paths.settings(),
              paths.provenance(),
              paths.weights(),
              paths.best(),
              paths.beliefs(),
              paths.samples(),
              paths.beliefsLog(),
              paths.live())) {
        Files.writeString(file, "ours");
      }
      RunJson.write(paths.result(), Records.result());
      new MetricsLog(paths.metrics()).append(Records.epoch(1));
      Files.createDirectories(paths.tensorBoard());
      Files.writeString(paths.tensorBoard().resolve("events.out.tfevents.1700000000.sid4j"), "o");
      CheckpointStore store = CheckpointStore.open(paths.checkpoints(), 2);
      store.save(3, into -> Files.writeString(into.resolve("state.json"), "{}"));
      // What a killed process leaves.
      String unique = "-01234567-89ab-cdef-0123-456789abcdef";
      Files.writeString(folder.resolve(".tmp-result.json" + unique), "ha");
      Path unfinished = paths.checkpoints().resolve(".tmp-step-000000004" + unique);
      Files.createDirectories(unfinished);
      Files.writeString(unfinished.resolve(".tmp-weights.safetensors" + unique), "ha");
      Files.createDirectories(paths.checkpoints().resolve(".old-step-000000003"));
    }
    return folder;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }
}
