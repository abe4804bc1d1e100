package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are killed or stopped end as if they had not been, byte for byte. */
@Tag("slow")
class InterruptedRunTest {
  private static final int SIGINT = 2;

  private static final int EPOCHS = 6;

  @TempDir private static Path temp;
  private static List<String> undisturbed;

  private static String[] line(Path folder) {
    return new String[] {
      "train",
      "--epochs",
      "" + EPOCHS,
      "--modules",
      "3",
      "--features",
      "32",
      "--hidden",
      "64",
      "--module-hidden",
      "32",
      "--threads",
      "1",
      // Runs are compared: what auto finds faster may differ from one to the next.
      "--precision",
      "fp32",
      "--checkpoint-steps",
      "7",
      "--verbose",
      "--resume",
      "--out",
      folder.toString()
    };
  }

  /** Weights and metrics, without the times. */
  private static List<String> outcome(Path folder) throws IOException {
    List<String> outcome = new ArrayList<>();
    for (String file : List.of("weights.safetensors", "best.safetensors")) {
      outcome.add(HexFormat.of().formatHex(Files.readAllBytes(folder.resolve(file))));
    }
    for (String line : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
      outcome.add(line.replaceAll(",\"samples_per_second\":.*", ""));
    }
    return outcome;
  }

  @BeforeAll
  static void trainUndisturbed() throws IOException {
    Path folder = temp.resolve("undisturbed");
    assertThat(SidHere.run(line(folder)).code()).isZero();
    undisturbed = outcome(folder);
    assertThat(undisturbed).hasSize(2 + EPOCHS);
  }

  @Test
  void aRunThatIsKilledAgainAndAgainLosesNothing() throws IOException, InterruptedException {
    Path folder = temp.resolve("killed");
    Path checkpoints = folder.resolve("checkpoints");
    Random random = new Random(5);
    for (int kill = 0; kill < 4; kill++) {
      long start = newestStep(checkpoints);
      // Four times as far as this is still before the end.
      long target = start + 7 + random.nextInt(28);
      try (SidProcess sid = SidProcess.start(line(folder))) {
        switch (kill) {
          case 0 -> assertThat(sid.endsWithin(random.nextInt(700))).isFalse();
          case 1 -> awaitUnfinished(sid, checkpoints, start);
          default -> {
            awaitStep(sid, checkpoints, target);
            assertThat(sid.endsWithin(random.nextInt(12))).isFalse();
          }
        }
        assertThat(sid.isAlive()).isTrue();
      }
    }
    SidProcess.Ended last = SidHere.run(line(folder));
    assertThat(last.code()).as("%s", last.err()).isZero();
    assertThat(last.out()).anyMatch(text -> text.startsWith("resumed "));
    assertThat(outcome(folder)).isEqualTo(undisturbed);
    assertThat(unfinished(folder)).isEmpty();
    assertThat(unfinished(checkpoints)).isEmpty();
  }

  /** Until a checkpoint is being written that is not the first of this process. */
  private static void awaitUnfinished(SidProcess sid, Path checkpoints, long after)
      throws IOException, InterruptedException {
    awaitStep(sid, checkpoints, after + 1);
    while (sid.isAlive() && unfinished(checkpoints).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private static void awaitStep(SidProcess sid, Path checkpoints, long step)
      throws IOException, InterruptedException {
    while (newestStep(checkpoints) < step && !sid.endsWithin(1)) {
      Thread.onSpinWait();
    }
  }

  private static long newestStep(Path checkpoints) throws IOException {
    return names(checkpoints).stream()
        .filter(name -> name.startsWith("step-"))
        .mapToLong(name -> Long.parseLong(name.substring(5)))
        .max()
        .orElse(0);
  }

  private static List<String> unfinished(Path folder) throws IOException {
    return names(folder).stream().filter(name -> name.startsWith(".tmp-")).toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** A shell without job control starts what runs in the background so, and children inherit it. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .map(line -> line.substring("SigIgn:".length()).strip())
          .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 1L << (SIGINT - 1)) != 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM,143", "INT,130"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals there")
  void aSignalEndsTheRunAfterTheStepWithACheckpoint(String signal, int code)
      throws IOException, InterruptedException {
    assumeFalse(signal.equals("INT") && interruptsAreIgnored(), "started in the background");
    Path folder = temp.resolve(signal);
    try (SidProcess sid = SidProcess.start(line(folder))) {
      sid.awaitErr(text -> text.startsWith("epoch 1/6: step 10 of 40"));
      sid.signal(signal);
      SidProcess.Ended ended = sid.await();
      assertThat(ended.code()).isEqualTo(code);
      assertThat(ended.err())
          .contains("stopping after this step...")
          .endsWith("stopped; resume with ./sid train --resume --out " + folder);
    }
    assertThat(newestStep(folder.resolve("checkpoints"))).isBetween(10L, EPOCHS * 40L - 1);
    assertThat(SidHere.run(line(folder)).code()).isZero();
    assertThat(outcome(folder)).isEqualTo(undisturbed);
  }

  @Test
  void asLongAsOneProcessWritesARunAnotherIsRefused() throws IOException, InterruptedException {
    Path folder = temp.resolve("busy");
    String[] words = line(folder);
    words[2] = "100000";
    try (SidProcess first = SidProcess.start(words)) {
      first.awaitErr(text -> text.contains("step 10 of 40"));
      SidProcess.Ended second = SidHere.run(words);
      assertThat(second.code()).isEqualTo(2);
      assertThat(second.out()).isEmpty();
      assertThat(second.err())
          .containsExactly(
              "sid: "
                  + folder
                  + ": expected a run that nobody else is writing, found one whose run.lock another"
                  + " process holds; wait until that ends, or choose another folder");
      assertThat(first.isAlive()).isTrue();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a shell that limits the size of files")
  void aFullDiskIsNamedAndTheRunResumesOnceThereIsRoom() throws IOException, InterruptedException {
    Path folder = temp.resolve("full");
    // Room for the weights, but not for the optimizer: 60 kB.
    List<String> limited = List.of("sh", "-c", "ulimit -f 120; exec \"$@\"", "sh");
    try (SidProcess sid = SidProcess.start(limited, line(folder))) {
      SidProcess.Ended ended = sid.await();
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err().get(ended.err().size() - 1))
          .isEqualTo(
              "sid: the run failed: "
                  + folder.resolve("checkpoints/step-000000007/optimizer.safetensors")
                  + ": File too large");
    }
    assertThat(unfinished(folder)).isEmpty();
    assertThat(names(folder.resolve("checkpoints"))).isEmpty();
    assertThat(SidHere.run(line(folder)).code()).isZero();
    assertThat(outcome(folder)).isEqualTo(undisturbed);
  }
}
