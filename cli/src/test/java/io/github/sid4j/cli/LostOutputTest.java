package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostOutputTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Takes some bytes, and then nothing more. */
  private static final class Limited extends OutputStream {
    private final String reason;
    private int left;

    Limited(int left, String reason) {
      this.left = left;
      this.reason = reason;
    }

    @Override
    public void write(int octet) throws IOException {
      if (left-- <= 0) {
        throw new IOException(reason);
      }
    }
  }

  private int run(OutputStream out, TrainingRunner training, String... words) {
    // Where the tests' own output leads must not matter.
    LostOutput lost = new LostOutput(Path.of("none"));
    Terminal terminal = Terminal.over(new ResultStream(out, lost), err);
    return Main.run(words, terminal, lost, training, (run, moved) -> null);
  }

  private int run(OutputStream out, String words) {
    return run(out, LostOutputTest::noTraining, words.split(" ", -1));
  }

  private static Optional<RunResult> noTraining(
      Settings settings, TrainingListener listener, BooleanSupplier stop) {
    throw new AssertionError();
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"datasets", "--help", "--version", "train --help", "predict -V", "completion"})
  void aFullDiskEndsWithOneLineAndOne(String words) {
    assertThat(run(new Limited(5, "No space left on device"), words)).isEqualTo(1);
    assertThat(said())
        .startsWith("sid: expected a standard output that can be written to")
        .contains("(No space left on device)")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"datasets", "--help", "completion"})
  void aClosedPipeEndsTheWorkQuietly(String words) {
    assertThat(run(new Limited(5, "Broken pipe"), words)).isEqualTo(141);
    assertThat(said()).isEmpty();
  }

  @Test
  void trainingStopsWithACheckpointAndNotInTheMiddleOfAStep() {
    boolean[] asked = new boolean[2];
    TrainingRunner training =
        (settings, listener, stop) -> {
          asked[0] = stop.getAsBoolean();
          listener.ended(null, Runs.result());
          asked[1] = stop.getAsBoolean();
          return Optional.empty();
        };
    assertThat(run(new Limited(0, "Broken pipe"), training, "train", "--quiet")).isEqualTo(141);
    assertThat(asked).containsExactly(false, true);
    assertThat(said()).startsWith("stopped; ").hasLineCount(1);
  }

  @Test
  void theResultOfATrainingThatIsLostIsNoSuccess() {
    TrainingRunner training =
        (settings, listener, stop) -> {
          assertThat(stop.getAsBoolean()).isFalse();
          listener.ended(null, Runs.result());
          return Optional.of(Runs.result());
        };
    assertThat(run(new Limited(0, "disk quota"), training, "train", "--quiet")).isEqualTo(1);
    assertThat(said()).contains("(disk quota)").hasLineCount(1);
  }

  @Test
  void anErrorOfTheCommandStaysWhatItIs() {
    assertThat(run(new Limited(0, "Broken pipe"), "report none")).isEqualTo(2);
  }
}
