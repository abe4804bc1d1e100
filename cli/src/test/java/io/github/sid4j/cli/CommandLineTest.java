package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A user's first day with the command: each kind of end once in a process as a user starts it. */
@Tag("slow")
class CommandLineTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path temp;
  private static Path run;
  private static SidProcess.Ended trained;

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    run = temp.resolve("run");
    Path config = temp.resolve("run.yaml");
    Files.writeString(
        config, "epochs: 7\nlr: 0.1\nmodules: 2\nfeatures: 16\nhidden: 32\nmodule-hidden: 16\n");
    trained =
        SidProcess.run(
            "train",
            "--config",
            config.toString(),
            "--set",
            "lr=0.01",
            "--set",
            "epochs=5",
            "--epochs",
            "2",
            "--threads",
            "1",
            "--out",
            run.toString());
    assertThat(trained.code()).as("%s", trained.err()).isZero();
  }

  @Test
  void flagsWinOverSetsAndSetsOverTheFileAndAllIsKeptInTheFolder() throws IOException {
    Settings kept = Settings.read(run.resolve("settings.yaml"));
    assertThat(kept.get(TrainingSetting.EPOCHS)).isEqualTo(2);
    assertThat(kept.get(TrainingSetting.LR)).isEqualTo(0.01);
    assertThat(kept.get(ModelSetting.MODULES)).isEqualTo(2);
    // The data set's own default.
    assertThat(kept.get(TrainingSetting.BATCH)).isEqualTo(32);
    assertThat(Files.readAllLines(run.resolve("settings.yaml")))
        .hasSize(kept.toMap().size() + 1) // With the checksum.
        .contains("epochs: 2", "lr: 0.01");
    assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(2);
    JsonNode command = JSON.readTree(run.resolve("provenance.json").toFile()).get("command");
    assertThat(command).hasSize(13);
    assertThat(command.get(0).asText()).isEqualTo("train");
  }

  @Test
  void theReportEndsWithTheAccuracyOfResultJson() throws IOException {
    JsonNode result = JSON.readTree(run.resolve("result.json").toFile());
    String last = ConsoleTexts.percent(result.get("test_accuracy").get("last").asDouble());
    assertThat(trained.out())
        .anyMatch(line -> line.startsWith("test accuracy ") && line.contains(last))
        .endsWith("run " + run)
        .filteredOn(line -> line.startsWith("epoch "))
        .hasSize(2);
  }

  @Test
  void evaluateMeasuresTheSameAgain() throws IOException, InterruptedException {
    SidProcess.Ended table = SidProcess.run("evaluate", run.toString());
    assertThat(table.code()).isZero();
    List<String> reported = trained.out().subList(trained.out().size() - 8, trained.out().size());
    assertThat(reported.get(0)).startsWith("module ");
    assertThat(table.out().subList(0, 4)).isEqualTo(reported.subList(0, 4));

    SidProcess.Ended json = SidHere.run("evaluate", "--json", run.toString());
    assertThat(json.code()).isZero();
    JsonNode printed = JSON.readTree(String.join("\n", json.out()));
    assertThat(printed.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "dataset", "test_size", "test_accuracy", "modules", "method", "classification");
    JsonNode result = JSON.readTree(run.resolve("result.json").toFile());
    assertThat(printed.get("test_size").asInt()).isEqualTo(359);
    assertThat(printed.get("test_accuracy")).isEqualTo(result.get("test_accuracy"));
    assertThat(printed.get("modules")).isEqualTo(result.get("modules"));
    assertThat(printed.get("classification")).isEqualTo(result.get("classification"));
  }

  private static void refused(int code, String line, String... words) {
    refused(SidHere.run(words), code, line);
  }

  private static void refused(SidProcess.Ended ended, int code, String line) {
    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).hasSize(1).first().asString().startsWith("sid: " + line);
    assertThat(ended.err().get(0)).doesNotContain("details in");
  }

  @Test
  void aFolderWithARunIsNotTouchedUnasked() throws IOException {
    byte[] before = Files.readAllBytes(run.resolve("result.json"));
    refused(
        2,
        run + ": expected an empty folder for the run, found one with files in it",
        "train",
        "--out",
        run.toString());
    assertThat(run.resolve("result.json")).hasBinaryContent(before);
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException, InterruptedException {
    Path file = Files.writeString(temp.resolve("file"), "mine");
    refused(
        SidProcess.run("train", "--out", file.toString()),
        2,
        file + ": expected a folder for the run, found a file");
    Path below = file.resolve("below");
    refused(2, below + ": expected a folder that can be made", "train", "--out", below.toString());
    assertThat(file).hasContent("mine");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a place where even root cannot write")
  void aPlaceThatCannotBeWrittenIsNamed() {
    refused(
        2,
        "/proc/sid4j/run: expected a folder that can be made, found a place where nothing can be"
            + " made; choose another folder",
        "train",
        "--out",
        "/proc/sid4j/run");
  }

  @Test
  void aFolderThatIsNoRunCannotBeMeasuredOrResumed() {
    refused(2, temp.resolve("none").toString(), "evaluate", temp.resolve("none").toString());
    refused(
        2,
        temp + ": expected the folder of a run with settings.yaml, or an empty one",
        "train",
        "--resume",
        "--out",
        temp.toString());
  }
}
