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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
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
  void aSmallMeasurementIsPrintedAsTablesAndAsJson() throws IOException, InterruptedException {
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
        .filteredOn(line -> line.contains("│"))
        .allMatch(line -> line.length() <= 100);

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
        first.get("step_flops").asDouble()
            / (report.get("ceilings").get("fp32_gflops").get("median").asDouble() * 1e9);
    assertThat(first.get("times_floor").asDouble() * floor).isCloseTo(median, within(1e-9));
    assertThat(report.get("parts")).hasSize(2);
    assertThat(report.get("parts").get(0).get("n").asInt()).isEqualTo(2);
    assertThat(report.get("memory")).hasSize(2);
    assertThat(report.get("ladder")).isEmpty();
  }

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      disabledReason = "other systems do not report the allocator's memory")
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
  void anImageThatANetworkCannotReadIsRefusedInOneLine() throws IOException, InterruptedException {
    SidProcess.Ended ended =
        SidProcess.run("bench", "--image", "1x2x2", "--batch", "2", "--threads", "1", "--no-peers");
    assertThat(ended.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err())
        .filteredOn(line -> line.startsWith("sid:"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("sid: network simple-cnn: expected images");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void stagesAreTimedAsAPipeline() throws IOException, InterruptedException {
    Path file = temp.resolve("staged.json");
    String[] words =
        ("bench --network mlp --image 1x8x8 --topology staged --stages 2 --batch 64 --threads 1"
                + " --rounds 2 --steps 1 --batches 3 --warmup 1 --measure pipeline"
                + " --methods sid --executions pipeline --precisions fp32"
                + " --predict 3,9 --json "
                + file)
            .split(" ", -1);
    SidProcess.Ended ended = SidProcess.run(words);
    assertThat(ended.err()).noneMatch(line -> line.startsWith("sid:"));
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .anyMatch(line -> line.startsWith("workload  mlp on 1x8x8, staged, 2 stages, batch 64"))
        .anyMatch(line -> line.startsWith("sid single-pass fp32, 1 thread "))
        .anyMatch(line -> line.startsWith("9 stages are left out: stages: expected at most 4"))
        .filteredOn(line -> line.contains("│"))
        .allMatch(line -> line.length() <= 100);

    JsonNode report = new ObjectMapper().readTree(file.toFile());
    JsonNode pipeline = report.get("pipeline");
    assertThat(pipeline.get("stages")).hasSize(2);
    assertThat(pipeline.get("stages").get(0).get("seconds").get("n").asInt()).isEqualTo(2);
    assertThat(pipeline.get("throughputs")).hasSize(2);
    assertThat(pipeline.get("throughputs").get(0).get("speed_up").asDouble()).isEqualTo(1);
    assertThat(pipeline.get("throughputs").get(1).get("threads").asInt()).isEqualTo(2);
    assertThat(pipeline.get("throughputs").get(1).get("predicted_seconds").asDouble()).isPositive();
    assertThat(pipeline.get("predictions")).hasSize(2);
    assertThat(pipeline.get("predictions").get(1).get("stages").asInt()).isEqualTo(3);
  }

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      disabledReason = "other systems do not report the allocator's memory")
  void aStageForEachBlockStaysFlatInDepthWhereTheWholeGrows()
      throws IOException, InterruptedException {
    Path file = temp.resolve("depth.json");
    String[] words =
        ("bench --network vit-tiny --image 3x16x16 --topology staged --batch 32 --threads 1"
                + " --rounds 1 --steps 2 --warmup 1 --measure depth --depths 2,5"
                + " --methods sid,backprop:clip=1 --executions single-pass --precisions fp32 --json "
                + file)
            .split(" ", -1);
    assertThat(SidProcess.run(words).code()).isZero();
    JsonNode depth = new ObjectMapper().readTree(file.toFile()).get("depth");
    assertThat(depth).hasSize(4);
    long[] rest = new long[4];
    for (int i = 0; i < rest.length; i++) {
      assertThat(depth.get(i).get("depth").asInt()).isEqualTo(i < 2 ? 2 : 5);
      assertThat(depth.get(i).get("pieces").asInt()).isEqualTo(i % 2 == 1 ? 1 : i < 2 ? 2 : 5);
      assertThat(depth.get(i).get("timing").get("samples_per_second").asDouble()).isPositive();
      rest[i] = depth.get(i).get("memory").get("rest_bytes").asLong();
    }
    JsonNode stages = depth.get(0).get("timing");
    assertThat(stages.get("topology").asText()).isEqualTo("staged");
    assertThat(stages.get("step_seconds").get("n").asInt()).isEqualTo(2);
    JsonNode whole = depth.get(1).get("timing");
    assertThat(whole.get("name").asText()).isEqualTo("backprop clip=1 fp32");
    assertThat(whole.get("topology").asText()).isEqualTo("whole");
    assertThat(whole.get("parameters").asLong()).isLessThan(stages.get("parameters").asLong());
    // Of 17 tokens, what a block's linear layers read: 192, 192, 192 and 768 numbers.
    long activations = 4L * 32 * 17 * (3 * 192 + 768);
    assertThat(rest[3] - rest[1]).isGreaterThan(3 * activations);
    assertThat(rest[2] - rest[0]).isLessThan(activations);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--image 3x32 | --image: expected channels x height x width, found 3x32",
        "--precisions fp16 | --precisions: expected one of fp32, bf16, found fp16",
        "--measure speed | --measure: expected one of steps, parts, memory, ladder, depth, pipeline, inference, found speed",
        "--methods magic | method: expected ",
        "--network deep | network: expected ",
        "--rounds 0 | --rounds: expected at least 1, found 0",
        "--classes 1 | --classes: expected at least 2, found 1",
        "--modules 0 | modules: expected ",
        "--modules 2 --topology staged | --modules: expected none with --topology staged, found 2",
        "--stages 2 | --stages: expected none with --topology shared, found 2",
        "--measure pipeline | --measure pipeline: expected --topology staged, found --topology shared",
        "--measure depth --topology staged | --measure depth: expected --network vit-tiny --topology",
        "--topology staged --stages 2 --measure pipeline --methods backprop | --methods: expected",
        "--methods sid:clip | --methods sid:clip: expected a method with settings of its own",
        "--methods sid:no-such=1 | no-such: expected the name of a setting",
        "--batches 0 | --batches: expected at least 1, found 0",
        "--predict 0 | --predict: expected at least 1, found 0",
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
            (run, moved) -> null);
    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).startsWith("sid: ").contains(line).hasLineCount(1);
    assertThat(captured.out()).isEmpty();
  }
}
