package io.github.sid4j.internal.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  private static final NoiseProvenance NOISE = new NoiseProvenance("symmetric", 0.2, 3, 12);

  @TempDir Path folder;

  @Test
  void namesTheBuildItWasMadeBy() {
    BuildInfo build = BuildInfo.load();
    assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+(-\\w+)?");
    assertThat(build.commit()).matches("[0-9a-f]{40}|unknown");
  }

  @Test
  void isWrittenAndRead() throws IOException {
    Provenance provenance = collect(List.of("train", "--seed", "7"));
    Path file = folder.resolve("provenance.json");
    RunJson.write(file, provenance);
    assertThat(RunJson.read(file, Provenance.class)).isEqualTo(provenance);
    RunJson.write(file, collect(null));
    assertThat(RunJson.read(file, Provenance.class).command()).isNull();
  }

  @Test
  void holdsWhatBearsOnTheResult() {
    Provenance provenance = collect(null);
    assertThat(provenance.version()).isEqualTo(BuildInfo.load().version());
    assertThat(provenance.javaVersion()).isEqualTo(System.getProperty("java.version"));
    assertThat(provenance.os()).contains(System.getProperty("os.arch"));
    assertThat(provenance.cpu()).isNotBlank();
    assertThat(provenance.cores()).isPositive();
    assertThat(provenance.started()).isEqualTo("2026-01-02T03:04:05Z");
  }

  @Test
  void namesNeitherTheUserNorTheMachineNorAPlace() throws IOException {
    String json = RunJson.line(collect(null));
    assertThat(json)
        .doesNotContain(System.getProperty("user.home") + "/")
        .doesNotContain(System.getProperty("user.dir"))
        .doesNotContain("\"" + InetAddress.getLocalHost().getHostName() + "\"");
  }

  @Test
  void takesOnlyTheSwitchesForThreadsAndMemoryFromTheEnvironment() {
    Map<String, String> environment =
        Map.of("OMP_NUM_THREADS", "2", "MALLOC_ARENA_MAX", "1", "HOME", "x", "MY_MALLOC_", "y");
    assertThat(Machine.switches(environment))
        .isEqualTo(Map.of("MALLOC_ARENA_MAX", "1", "OMP_NUM_THREADS", "2"));
  }

  @Test
  void theProcessorIsNamedWhereTheSystemReportsIt() throws IOException {
    Path info =
        Files.writeString(folder.resolve("cpuinfo"), "x: y\nmodel name\t: A CPU: fast\nmodel: 3\n");
    assertThat(Machine.cpu(info)).isEqualTo("A CPU: fast");
    assertThat(Machine.cpu(folder.resolve("none"))).isEqualTo(System.getProperty("os.arch"));
    assertThat(Machine.cpu(Files.writeString(info, "processor: 0\n")))
        .isEqualTo(System.getProperty("os.arch"));
  }

  private static Provenance collect(List<String> command) {
    Instant started = Instant.parse("2026-01-02T03:04:05.678Z");
    return Provenance.collect(
        7, 2, List.of(1, 1), "bf16", "digits", "0".repeat(64), NOISE, "2.10.0", started, command);
  }

  @Test
  void aPrecisionThatThereIsNotIsRefusedInOneLine() {
    String json = RunJson.text(collect(null)).replace("bf16", "fp72");
    assertThatThrownBy(
            () -> RunJson.parse("run/provenance.json", json.getBytes(UTF_8), Provenance.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found the precision fp72, which is none of fp32, bf16");
  }
}
