package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
  private static final List<String> SMALL =
      List.of(
          "bench",
          "--network",
          "mlp",
          "--image",
          "1x8x8",
          "--modules",
          "2",
          "--batch",
          "512",
          "--threads",
          "1",
          "--rounds",
          "2",
          "--steps",
          "2",
          "--warmup",
          "1",
          "--methods",
          "sid,deep-supervision",
          "--executions",
          "single-pass",
          "--precisions",
          "fp32");

  @TempDir private Path temp;

  private static SidProcess.Ended small(String... more) throws IOException, InterruptedException {
    String[] words = Stream.concat(SMALL.stream(), Stream.of(more)).toArray(String[]::new);
    return SidProcess.run(words);
  }

  @Test
  void aSmallMeasurementIsToldAsTablesAndAsJson() throws IOException, InterruptedException {
    Path file = temp.resolve("bench.json");
    SidProcess.Ended ended = small("--json", file.toString());
    assertThat(ended.err()).noneMatch(line -> line.startsWith("sid:"));
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .anyMatch(line -> line.startsWith("workload  mlp on 1x8x8, 2 modules, batch 512"))
        .anyMatch(line -> line.startsWith("sid single-pass fp32"))
        .anyMatch(line -> line.startsWith("deep-supervision fp32"))
        .anyMatch(line -> line.startsWith("peers are left out: "))
        .noneMatch(line -> line.startsWith("{"))
        .allMatch(line -> line.length() <= 100 || line.startsWith("all numbers in "));

    JsonNode report = new ObjectMapper().readTree(file.toFile());
    assertThat(report.get("workload").get("batch").asInt()).isEqualTo(512);
    assertThat(report.get("ceilings").get("fp32_gflops").get("n").asInt()).isEqualTo(2);
    assertThat(report.get("timings")).hasSize(2);
    JsonNode first = report.get("timings").get(0);
    assertThat(first.get("name").asText()).isEqualTo("sid single-pass fp32");
    assertThat(first.get("step_seconds").get("n").asInt()).isEqualTo(4);
    assertThat(first.get("time_ratio").asDouble()).isEqualTo(1);
    double median = first.get("step_seconds").get("median").asDouble();
    assertThat(first.get("samples_per_second").asDouble() * median).isCloseTo(512, within(1e-6));
    double floor =
        report.get("step_flops").asDouble()
            / (report.get("ceilings").get("fp32_gflops").get("median").asDouble() * 1e9);
    assertThat(first.get("times_floor").asDouble() * floor).isCloseTo(median, within(1e-9));
    assertThat(report.get("parts")).hasSize(2);
    assertThat(report.get("parts").get(0).get("n").asInt()).isEqualTo(2);
    assertThat(report.get("memory")).hasSize(2);
    assertThat(report.get("ladder")).isEmpty();
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "others do not tell what the allocator has")
  void singlePassStaysFlatInModulesWhereOneGraphGrows() throws IOException, InterruptedException {
    Path file = temp.resolve("ladder.json");
    SidProcess.Ended ended =
        small("--measure", "ladder", "--depths", "1,16", "--json", file.toString());
    assertThat(ended.code()).isZero();
    JsonNode ladder = new ObjectMapper().readTree(file.toFile()).get("ladder");
    assertThat(ladder).hasSize(4);
    long[] rest = new long[4];
    for (int i = 0; i < rest.length; i++) {
      assertThat(ladder.get(i).get("modules").asInt()).isEqualTo(i % 2 == 0 ? 1 : 16);
      rest[i] = ladder.get(i).get("rest_bytes").asLong();
    }
    // A module's joined inputs [512, 10 + 128] and hidden numbers [512, 256] in single precision.
    long activations = 4 * 512 * (138 + 256);
    assertThat(rest[3] - rest[2]).isGreaterThan(15 * activations);
    // What grows here is small beside: beliefs, and the measures taken of several at once.
    assertThat(rest[1] - rest[0]).isLessThan((rest[3] - rest[2]) / 2);
  }

  @Test
  void aWorkerThatCannotStartIsNamedInOneLine() throws IOException, InterruptedException {
    SidProcess.Ended ended =
        SidProcess.run("bench", "--image", "1x2x2", "--batch", "2", "--threads", "1", "--no-peers");
    assertThat(ended.code()).isOne();
    assertThat(ended.err())
        .filteredOn(line -> line.startsWith("sid:"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "sid: the run failed: worker sid single-pass fp32: network simple-cnn: expected images");
    assertThat(ended.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--image 3x32 | --image: expected channels x height x width, found 3x32",
        "--precisions fp16 | --precisions: expected one of fp32, bf16, found fp16",
        "--measure speed | --measure: expected one of steps, parts, memory, ladder, found speed",
        "--methods magic | method: expected ",
        "--network deep | network: expected ",
        "--rounds 0 | --rounds: expected at least 1, found 0",
        "--classes 1 | --classes: expected at least 2, found 1",
        "--modules 0 | modules: expected ",
        "--set no-such=1 | no-such",
        "--json /no/such/folder/file | --json /no/such/folder/file: expected a file in a folder"
      })
  void whatCannotBeMeasuredIsRefusedBeforeAnyWorkerStarts(String flags, String line) {
    Captured captured = new Captured(false, false);
    String[] words = ("bench " + flags).split(" ", -1);
    int code =
        Main.run(
            words,
            captured.terminal(),
            (settings, listener, stop) -> Optional.empty(),
            run -> null);
    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).startsWith("sid: ").contains(line).hasLineCount(1);
    assertThat(captured.out()).isEmpty();
  }
}
