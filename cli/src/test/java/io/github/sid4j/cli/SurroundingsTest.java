package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.NativeLibraryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  @Test
  void aPathThatIsNoneEndsWithTwoAndALine() {
    Captured captured = new Captured(false, false);
    TrainingRunner none = (settings, listener, stop) -> Optional.empty();
    int code =
        Main.run(
            new String[] {"evaluate", "a\0b"}, captured.terminal(), none, (run, moved) -> null);
    assertThat(code).isEqualTo(2);
    assertThat(captured.err())
        .startsWith(
            "sid: Invalid value for positional parameter at index 0 (RUN): expected a path,")
        .contains("'a\\u0000b'")
        .hasLineCount(1);
  }

  @Test
  void aPathThatIsNoneInTheMiddleOfTheWorkToo() {
    Captured captured = new Captured(false, false);
    TrainingRunner reading =
        (settings, listener, stop) -> {
          throw new AssertionError(Path.of("a\0b"));
        };
    int code = Main.run(new String[] {"train"}, captured.terminal(), reading, (run, moved) -> null);
    assertThat(code).isEqualTo(2);
    assertThat(captured.err()).startsWith("sid: a\\u0000b: expected a path").hasLineCount(1);
  }

  @Test
  void librariesThatCannotBeUsedEndWithOneAndTheirLine() {
    Captured captured = new Captured(false, false);
    TrainingRunner unloaded =
        (settings, listener, stop) -> {
          throw new NativeLibraryException("libtorch cannot be unpacked into x; set y", null);
        };
    assertThat(
            Main.run(new String[] {"train"}, captured.terminal(), unloaded, (run, moved) -> null))
        .isOne();
    assertThat(captured.err())
        .isEqualTo("sid: the run failed: libtorch cannot be unpacked into x; set y\n");
  }

  @Test
  void aLocaleWithoutTheLettersOfAnArgumentIsReported() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "-c",
            // In UTF-8 whatever the locale of this process.
            "exec \"$@\" \"$(printf 'gr\\303\\274n')\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "evaluate");
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(lines).last().asString().startsWith("sid: ").contains("set LC_ALL=C.UTF-8");
  }
}
