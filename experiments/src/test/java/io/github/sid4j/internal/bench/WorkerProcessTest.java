package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workers here are shell scripts")
class WorkerProcessTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static WorkerProcess shell(String script, Duration patience) {
    return new WorkerProcess(
        "w", List.of("sh", "-c", script), inherited -> inherited.put("SID4J_TEST", "42"), patience);
  }

  @Test
  void itIsAskedAndAnswers() {
    String script =
        "echo '{\"ready\":true,\"name\":\"n\",\"version\":\"v\",\"parameters\":'$SID4J_TEST'}';"
            + " read wish count; echo '{\"seconds\":['$count']}'; read last; test $last = quit";
    try (WorkerProcess worker = shell(script, LONG)) {
      assertThat(worker.awaitReady().parameters()).isEqualTo(42);
      assertThat(worker.ask("steps", 3, WorkerProtocol.Steps.class).seconds()).containsExactly(3.0);
    }
  }

  @Test
  void oneThatDiesIsNamedWithItsLastWords() {
    try (WorkerProcess worker = shell("echo first >&2; echo 'no room' >&2; exit 3", LONG)) {
      assertThatExceptionOfType(WorkerException.class)
          .isThrownBy(worker::awaitReady)
          .withMessage("worker w: ended with exit code 3; its last words: no room");
    }
  }

  @Test
  void oneThatDiesInSilenceIsNamed() {
    try (WorkerProcess worker = shell("exit 4", LONG)) {
      assertThatExceptionOfType(WorkerException.class)
          .isThrownBy(() -> worker.ask("steps", 1, WorkerProtocol.Steps.class))
          .withMessage("worker w: ended with exit code 4, without a word");
    }
  }

  @Test
  void oneThatHangsIsGivenUp() {
    // The shell replaces itself, so that no child of it is left.
    try (WorkerProcess worker = shell("exec sleep 600", Duration.ofMillis(100))) {
      assertThatExceptionOfType(WorkerException.class)
          .isThrownBy(worker::awaitReady)
          .withMessage("worker w: no answer within 0 s, without a word");
    }
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(
            () -> new WorkerProcess("w", List.of("sid4j-no-such-program"), inherited -> {}, LONG))
        .withMessageStartingWith("worker w: cannot be started: ")
        .withMessageContaining("sid4j-no-such-program");
  }
}
