package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StarterEndTest {
  /** As if the starter had ended before this process looked: another is its parent now. */
  @Test
  void aRankWhoseStarterIsGoneIsAskedToStopAndThenHalted() {
    List<String> calls = new ArrayList<>();
    long noParent = ProcessHandle.current().pid();
    new StarterEnd(noParent, Duration.ZERO, () -> calls.add("stop"), code -> calls.add("" + code))
        .await();
    assertThat(calls).containsExactly("stop", "3");
  }

  @Test
  void aRankWhoseStarterIsThereIsLeftAlone() {
    List<String> calls = new ArrayList<>();
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    Thread.currentThread().interrupt(); // Ends the watch when it would look again.
    new StarterEnd(parent, Duration.ZERO, () -> calls.add("stop"), code -> calls.add("" + code))
        .await();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls).isEmpty();
  }
}
