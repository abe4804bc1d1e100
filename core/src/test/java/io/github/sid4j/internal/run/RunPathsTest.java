package io.github.sid4j.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no pipes there, and links take a privilege")
class RunPathsTest {
  private static final Map<String, Function<RunPaths, Path>> ALL =
      Map.ofEntries(
          Map.entry("settings.yaml", RunPaths::settings),
          Map.entry("provenance.json", RunPaths::provenance),
          Map.entry("model.json", RunPaths::model),
          Map.entry("calibration.json", RunPaths::calibration),
          Map.entry("calibration.html", RunPaths::calibrationPage),
          Map.entry("metrics.jsonl", RunPaths::metrics),
          Map.entry("result.json", RunPaths::result),
          Map.entry("beliefs.json", RunPaths::beliefs),
          Map.entry("live.json", RunPaths::live),
          Map.entry("samples.json", RunPaths::samples),
          Map.entry("beliefs.jsonl", RunPaths::beliefsLog),
          Map.entry("weights.safetensors", RunPaths::weights),
          Map.entry("best.safetensors", RunPaths::best),
          Map.entry("checkpoints", RunPaths::checkpoints),
          Map.entry("tensorboard", RunPaths::tensorBoard),
          Map.entry("gallery.json", RunPaths::gallery),
          Map.entry("suspects", RunPaths::suspects),
          Map.entry("run.lock", RunPaths::lock));

  @TempDir private Path temp;

  static Stream<String> names() {
    return ALL.keySet().stream().sorted();
  }

  private Path run() throws IOException {
    return Files.createDirectories(temp.resolve("run"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aLinkIsRefusedWhereverItLeads(String name) throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "mine");
    for (Path target : new Path[] {file, temp, temp.resolve("nothing")}) {
      Path link = Files.createSymbolicLink(run().resolve(name), target);
      assertThatThrownBy(() -> ALL.get(name).apply(new RunPaths(run())))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(link + ": expected a ")
          .hasMessageContaining("found a symbolic link");
      Files.delete(link);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aPipeIsRefused(String name) throws Exception {
    Path pipe = run().resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> ALL.get(name).apply(new RunPaths(run())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found a pipe, a device or the like");
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsNotThereIsNamed(String name) throws IOException {
    assertThat(ALL.get(name).apply(new RunPaths(run()))).isEqualTo(run().resolve(name));
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Files.writeString(run().resolve("settings.yaml"), "ours");
    Path link = Files.createSymbolicLink(temp.resolve("link"), run());
    assertThat(new RunPaths(link).settings()).hasContent("ours");
  }

  @Test
  void aLockThatIsALinkMakesNoFileElsewhere() throws IOException {
    Files.createSymbolicLink(run().resolve("run.lock"), temp.resolve("made"));
    assertThatThrownBy(() -> RunFolder.create(run(), false)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> RunFolder.resume(run())).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> RunFolder.isWritten(run())).isInstanceOf(InputException.class);
    assertThat(temp.resolve("made")).doesNotExist();
  }
}
