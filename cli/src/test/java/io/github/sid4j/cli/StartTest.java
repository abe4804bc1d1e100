package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.BuildInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class StartTest {
  private static final Pattern LOADED = Pattern.compile("\\[class,load] (\\S+)");
  private static final List<String> HEAVY =
      List.of("com.fasterxml.", "org.yaml.", "org.bytedeco.", "me.tongfei.", "org.jline.");

  private static String java(String... words) throws IOException, InterruptedException {
    String[] command = new String[5 + words.length];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    command[1] = "-Xlog:class+load";
    command[2] = "-cp";
    command[3] = System.getProperty("java.class.path");
    command[4] = Main.class.getName();
    System.arraycopy(words, 0, command, 5, words.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "train --help", "datasets"})
  void helpLoadsNothingHeavy(String words) throws IOException, InterruptedException {
    List<String> loaded =
        LOADED.matcher(java(words.split(" ", -1))).results().map(m -> m.group(1)).toList();
    assertThat(loaded).contains("io.github.sid4j.cli.Main");
    assertThat(loaded).filteredOn(name -> HEAVY.stream().anyMatch(name::startsWith)).isEmpty();
  }

  @Test
  void versionAndCommitAreKnown() throws IOException, InterruptedException {
    BuildInfo build = BuildInfo.load();
    assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(build.commit()).matches("[0-9a-f]{40}|unknown");
    String commit = build.commit().substring(0, Math.min(12, build.commit().length()));
    assertThat(java("--version"))
        .containsPattern(
            "\nsid "
                + Pattern.quote(build.version() + " (commit " + commit)
                + "( with changes)?\\)");
  }
}
