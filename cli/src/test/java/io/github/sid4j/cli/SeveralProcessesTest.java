package io.github.sid4j.cli;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose stages lie in processes that this command starts. */
@Tag("slow")
class SeveralProcessesTest {
  @TempDir private Path temp;

  private static String[] line(Path folder, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "train",
                "--network",
                "mlp",
                "--depth",
                "4",
                "--topology",
                "staged",
                "--stages",
                "4",
                "--epochs",
                "20",
                "--hidden",
                "32",
                "--threads",
                "4",
                "--precision",
                "fp32",
                "--execution",
                "pipeline",
                "--verbose",
                "--resume",
                "--out",
                folder.toString()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** Weights and metrics, without the times. */
  private static List<String> outcome(Path folder) throws IOException {
    List<String> outcome = new ArrayList<>();
    for (String file : List.of("weights.safetensors", "best.safetensors")) {
      outcome.add(HexFormat.of().formatHex(Files.readAllBytes(folder.resolve(file))));
    }
    for (String epoch : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
      outcome.add(epoch.replaceAll(",\"samples_per_second\":.*", ""));
    }
    return outcome;
  }

  /** Waits until the run has learned, and ends the process that was started last or first. */
  private static void killOne(SidProcess sid, boolean last) throws InterruptedException {
    sid.awaitErr(text -> text.startsWith("epoch 2"));
    List<ProcessHandle> ranks = ranks(sid);
    ranks.get(last ? ranks.size() - 1 : 0).destroyForcibly();
  }

  /**
   * Those that run their own program, in the order of their start. A new process is a helper of the
   * virtual machine first; killed then, it was never started. The helper needs a hundredth of this.
   */
  private static List<ProcessHandle> ranks(SidProcess sid) {
    return sid.descendants().stream()
        .filter(rank -> rank.info().totalCpuDuration().orElse(ZERO).compareTo(ofMillis(100)) > 0)
        .sorted(Comparator.comparing(ProcessHandle::pid))
        .toList();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKilledRunResumesInFewerProcessesAndByItself() throws IOException, InterruptedException {
    Path one = temp.resolve("one");
    assertThat(SidHere.run(line(one)).code()).isZero();
    Path many = temp.resolve("many");
    try (SidProcess sid = SidProcess.start(line(many, "--processes", "3", "--max-restarts", "0"))) {
      killOne(sid, true);
      SidProcess.Ended ended = sid.await();
      assertThat(ended.code()).as("%s", ended.err()).isEqualTo(ExitCode.LOST_PROCESS);
      assertThat(ended.err()).contains("sid: the run failed: rank 2 ended");
      assertThat(ended.out()).noneMatch(line -> line.contains("Gloo"));
    }
    try (SidProcess sid = SidProcess.start(line(many, "--processes", "2"))) {
      killOne(sid, false);
      SidProcess.Ended ended = sid.await();
      assertThat(ended.code()).as("%s", ended.err()).isZero();
      assertThat(ended.err())
          .contains(
              "rank 0 was ended by signal 9; starting again from the last checkpoint (1 of 3)");
      assertThat(ended.out()).noneMatch(line -> line.contains("Gloo"));
    }
    assertThat(outcome(many)).isEqualTo(outcome(one));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theOneThatWasKilledIsNamedAndNotThoseThatWaitToMeetIt() throws Exception {
    try (SidProcess sid =
        SidProcess.start(line(temp.resolve("unmet"), "--processes", "2", "--max-restarts", "0"))) {
      while (ranks(sid).size() < 2) {
        Thread.onSpinWait();
      }
      ranks(sid).get(1).destroyForcibly();
      SidProcess.Ended ended = sid.await();
      assertThat(ended.code()).as("%s", ended.err()).isEqualTo(ExitCode.LOST_PROCESS);
      assertThat(ended.err()).contains("sid: the run failed: rank 1 was ended by signal 9");
    }
  }

  /** Rank 0 alone tests and writes the result. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aRunWithItsResultIsCompleteWhateverBecomesOfOthers() throws Exception {
    Path folder = temp.resolve("complete");
    try (SidProcess sid =
        SidProcess.start(
            line(folder, "--processes", "2", "--max-restarts", "0", "--epochs", "3"))) {
      sid.awaitErr(text -> text.startsWith("epoch 2"));
      List<ProcessHandle> ranks = ranks(sid);
      while (Files.notExists(folder.resolve("result.json"))) {
        Thread.onSpinWait();
      }
      ranks.get(ranks.size() - 1).destroyForcibly();
      SidProcess.Ended ended = sid.await();
      assertThat(ended.code()).as("%s", ended.err()).isZero();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ranksEndWhenTheProcessThatStartedThemIsKilled() throws Exception {
    Path folder = temp.resolve("orphaned");
    List<ProcessHandle> ranks;
    try (SidProcess sid =
        SidProcess.start(
            line(folder, "--processes", "2", "--epochs", "100000", "--peer-timeout", "30"))) {
      sid.awaitErr(text -> text.startsWith("epoch 2"));
      ranks = ranks(sid);
      sid.kill();
    }
    assertThat(ranks).hasSize(2);
    for (ProcessHandle rank : ranks) {
      // Without a watch they would train for hours; the time only ends the test then.
      rank.onExit().get(3, TimeUnit.MINUTES);
    }
    assertThat(folder.resolve("checkpoints")).isNotEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench", "suspects run", "truncate run"})
  @DisabledOnOs(OS.WINDOWS)
  void whatStartsOrChangesRunsItselfIsRefusedUnderALauncher(String words) throws Exception {
    // Its runs would take themselves for ranks, too.
    List<String> launcher = List.of("env", "SID_SEAT=0/2@file:" + temp.resolve("meeting"));
    try (SidProcess sid = SidProcess.start(launcher, words.split(" ", -1))) {
      SidProcess.Ended ended = sid.await();
      assertThat(ended.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(ended.err())
          .containsExactly(
              "sid: sid %s: expected one process, found several of a launcher; start it without"
                      .formatted(words.split(" ", -1)[0])
                  + " the launcher");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ranksShareTheRunsOfAComparison() throws Exception {
    String text =
        "{name: shared, settings: {epochs: 1, modules: 1, threads: 1, precision: fp32},"
            + " seeds: [1, 2, 3], runs: {a: {}}}";
    Path spec = Files.writeString(temp.resolve("shared.yaml"), text);
    Path out = temp.resolve("shared");
    String[] words = {"compare", spec.toString(), "--out", out.toString(), "--cores", "1"};
    try (SidProcess second = SidProcess.start(seat(1), words);
        SidProcess first = SidProcess.start(seat(0), words)) {
      SidProcess.Ended ended = first.await();
      assertThat(ended.code()).as("%s", ended.err()).isZero();
      assertThat(ended.out()).anyMatch(line -> line.startsWith("report "));
      SidProcess.Ended other = second.await();
      assertThat(other.code()).as("%s", other.err()).isZero();
      assertThat(other.err()).last().asString().matches("rank 1 of 2: \\d runs? of .*");
      assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSize(4);
    }
  }

  private List<String> seat(int rank) {
    return List.of("env", "SID_SEAT=%s/2@file:%s".formatted(rank, temp.resolve("meeting")));
  }

  @Test
  void whatCannotBeSharedIsRefusedBeforeAnythingIsStarted() {
    SidProcess.Ended shared = SidHere.run("train", "--processes", "2");
    assertThat(shared.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shared.err())
        .containsExactly(
            "sid: --processes: expected 1 without topology staged, found 2; leave it out, or set"
                + " --topology to staged");
    SidProcess.Ended many =
        SidHere.run("train", "--topology", "staged", "--stages", "2", "--processes", "3");
    assertThat(many.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(many.err().get(0)).contains("expected at most as many as stages, which is 2");
  }
}
