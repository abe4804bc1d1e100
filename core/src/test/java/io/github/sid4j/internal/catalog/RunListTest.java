package io.github.sid4j.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.CheckpointStore;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.RunRemoval;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RunListTest {
  @TempDir private Path temp;

  private Path run(String name, String started) throws IOException {
    Path folder = temp.resolve(name);
    try (RunFolder run = RunFolder.create(folder, false)) {
      RunPaths paths = run.paths();
      RunJson.write(
          paths.provenance(),
          Provenance.collect(
              1, 1, List.of(), "fp32", "digits", "0", null, "2", Instant.parse(started), null));
      CheckpointStore.open(paths.checkpoints(), 1)
          .save(1, into -> Files.writeString(into.resolve("state.json"), "{}"));
      Files.writeString(paths.settings(), Settings.defaults().toYaml());
    }
    return folder;
  }

  private List<RunSummary> runs() throws IOException {
    return RunList.below(List.of(temp)).runs();
  }

  @Test
  void runsOfComparisonsAreFoundAndHiddenFoldersAreNot() throws IOException {
    run("a", "2026-01-01T00:00:00Z");
    run("compare-x/cells/b", "2026-01-02T00:00:00Z");
    run(".hidden/c", "2026-01-03T00:00:00Z");
    assertThat(runs())
        .extracting(run -> temp.relativize(Path.of(run.folder())).toString())
        .containsExactly("compare-x/cells/b", "a");
    assertThat(RunList.newest(temp)).contains(temp.resolve("a"));
    assertThat(RunList.newest(temp.resolve("none"))).isEmpty();
  }

  @Test
  void theNewestIsTheOneThatBeganLast() throws IOException {
    run("old", "2026-01-02T00:00:00Z");
    run("new", "2026-01-02T00:00:01Z");
    run("older", "2025-12-31T00:00:00Z");
    Files.createDirectories(temp.resolve("notes"));
    assertThat(RunList.newest(temp)).contains(temp.resolve("new"));
  }

  @Test
  void theStateIsWhatBecameOfTheRun() throws IOException {
    Path folder = run("a", "2026-01-01T00:00:00Z");
    assertThat(runs().get(0).state()).isEqualTo("stopped");
    assertThat(runs().get(0).checkpointBytes()).isPositive().isLessThan(runs().get(0).bytes());
    try (RunFolder held = RunFolder.resume(folder)) {
      assertThat(held.paths().folder()).isEqualTo(folder);
      assertThat(runs().get(0).state()).isEqualTo("running");
    }
    Files.writeString(new RunPaths(folder).settings(), "epochs: many\n");
    assertThat(runs().get(0).state()).isEqualTo("damaged");
    assertThat(runs().get(0).problem()).contains("settings.yaml line 1");
    assertThat(runs().get(0).started()).isEqualTo("2026-01-01T00:00:00Z");
    Files.delete(new RunPaths(folder).settings());
    assertThat(runs().get(0).problem()).isEqualTo("it has lost its settings.yaml");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege there")
  void linksAreNotFollowed() throws IOException {
    Path elsewhere = run("elsewhere/a", "2026-01-01T00:00:00Z");
    Path folder = Files.createDirectories(temp.resolve("runs"));
    Path link = Files.createSymbolicLink(folder.resolve("a"), elsewhere);
    assertThat(RunList.below(List.of(folder)).runs()).isEmpty();
    assertThatThrownBy(() -> RunRemoval.of(link, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found a link");

    Path foreign = run("runs/foreign", "2026-01-02T00:00:00Z");
    Files.createSymbolicLink(foreign.resolve("best.safetensors"), elsewhere.resolve("run.lock"));
    Files.createSymbolicLink(foreign.resolve("tensorboard"), elsewhere);
    RunRemoval removal = RunRemoval.of(foreign, false);
    assertThat(removal.others()).isEqualTo(2);
    removal.carryOut();
    assertThat(elsewhere.resolve("settings.yaml")).exists();
    assertThat(foreign.resolve("settings.yaml")).doesNotExist();
    assertThat(foreign.resolve("tensorboard")).isSymbolicLink();
  }

  @Test
  void onlyTheRunsOwnFilesAreRemoved() throws IOException {
    Path folder = run("a", "2026-01-01T00:00:00Z");
    Path notes = Files.writeString(folder.resolve("checkpoints/notes.txt"), "mine");
    RunRemoval.of(folder, false).carryOut();
    assertThat(notes).hasContent("mine");
    assertThat(folder.resolve("run.lock")).doesNotExist();
    assertThat(folder.resolve("checkpoints/step-000000001")).doesNotExist();
    assertThatThrownBy(() -> RunRemoval.of(folder, false)).isInstanceOf(InputException.class);
    Path alone = run("b", "2026-01-01T00:00:00Z");
    RunRemoval.of(alone, false).carryOut();
    assertThat(alone).doesNotExist();
  }

  @Test
  void checkpointsThatARunNeedsStay() throws IOException {
    Path folder = run("a", "2026-01-01T00:00:00Z");
    assertThatThrownBy(() -> RunRemoval.of(folder, true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a finished run");
    Files.writeString(new RunPaths(folder).result(), "{}");
    RunRemoval removal = RunRemoval.of(folder, true);
    assertThat(removal.files()).isEqualTo(2);
    removal.carryOut();
    assertThat(folder.resolve("checkpoints")).doesNotExist();
    assertThat(new RunPaths(folder).settings()).exists();
  }
}
