package io.github.sid4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.UnusableLibraries;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
  /** What the launcher sets on Linux. */
  private static final String BY_NAME = "-Dorg.bytedeco.javacpp.loadlibraries=false";

  @TempDir private Path folder;

  private static List<String> said(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), UnusableLibraries.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }

  @Test
  void withoutAFolderToUnpackToEveryCallSaysWhatToSet() throws IOException, InterruptedException {
    List<String> lines =
        said(
            "-Dorg.bytedeco.javacpp.cachedir=/dev/null/cache",
            "-Duser.home=/dev/null/home",
            "-Djava.io.tmpdir=/dev/null/tmp");
    assertThat(lines).hasSize(2).containsOnly(lines.get(0));
    assertThat(lines.get(0))
        .startsWith(
            "libtorch cannot be unpacked into /dev/null/cache, /dev/null/home/.javacpp/cache or ")
        .contains("-Dorg.bytedeco.javacpp.cachedir=DIR");
  }

  @Test
  void aLibraryThatDoesNotLoadIsReportedWithTheSystemsReason()
      throws IOException, InterruptedException {
    Engine.start();
    Path cache = Loader.getCacheDir().toPath();
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        damagedCopy(file, folder.resolve(cache.relativize(file)));
      }
    }
    String inFolder = "-Dorg.bytedeco.javacpp.cachedir=" + folder;
    for (List<String> lines : List.of(said(inFolder), said(inFolder, BY_NAME))) {
      assertThat(lines).hasSize(2).containsOnly(lines.get(0));
      assertThat(lines.get(0))
          .startsWith("libtorch cannot be loaded from " + folder + ": ")
          .contains("invalid ELF header", "-Dorg.bytedeco.javacpp.cachedir=DIR");
    }
  }

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      architectures = "amd64",
      disabledReason = "the launcher's platform")
  void filesThatAreLoadedByNameAreThoseOfTheLoader() throws IOException, InterruptedException {
    assertThat(said(BY_NAME)).containsExactly("4.0", "4.0");
  }

  /** Of the size and time by which the loader knows what it has unpacked, but empty. */
  private static void damagedCopy(Path file, Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    try (RandomAccessFile sparse = new RandomAccessFile(copy.toFile(), "rw")) {
      sparse.setLength(Files.size(file));
    }
    Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
  }
}
