package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class StopRequestTest {
  @Test
  void askingWaitsUntilTheRunIsOver() throws InterruptedException {
    Captured captured = new Captured(false, false);
    StopRequest stop = new StopRequest(captured.terminal());
    assertThat(stop.getAsBoolean()).isFalse();
    Thread asking = new Thread(stop::ask);
    asking.start();
    while (!stop.getAsBoolean()) {
      Thread.onSpinWait();
    }
    assertThat(asking.isAlive()).isTrue();
    stop.close();
    asking.join();
    assertThat(captured.err()).isEqualTo("stopping after this step...\n");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there ends without being asked")
  void aSignalLetsTheRunReachItsCheckpointAndEndsTheProcessByItsCode()
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName())
            .redirectErrorStream(true);
    // Java prints a line of its own where this is set.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("training");
      // Process.destroy() would also close the output that is read here.
      process.toHandle().destroy();
      assertThat(out.readLine()).isEqualTo("stopping after this step...");
      assertThat(out.readLine()).isEqualTo("checkpoint");
      assertThat(out.readLine()).startsWith("stopped; resume with");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A run without end in a process of its own. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] args) {
      TrainingRunner endless =
          (settings, listener, stop) -> {
            // The first time is after a step of training.
            assertThat(stop.getAsBoolean()).isFalse();
            System.err.println("training");
            while (!stop.getAsBoolean()) {
              Thread.onSpinWait();
            }
            System.err.println("checkpoint");
            return Optional.empty();
          };
      System.exit(
          Main.run(
              new String[] {"train"},
              Terminal.over(System.out, System.err),
              endless,
              (run, moved) -> null));
    }
  }
}
