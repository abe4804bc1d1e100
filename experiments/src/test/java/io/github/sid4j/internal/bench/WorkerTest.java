package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.error.InputException;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private static final String READY =
      "{\"ready\":true,\"name\":\"n\",\"version\":\"v\",\"parameters\":7}\n";

  private final StringWriter out = new StringWriter();
  private boolean closed;

  private final class Counting implements Worker.Skill {
    @Override
    public Record ready() {
      return new WorkerProtocol.Ready(true, "n", "v", 7);
    }

    @Override
    public Record answer(String wish, int count) {
      return wish.equals("steps")
          ? new WorkerProtocol.Steps(Collections.nCopies(count, 0.5))
          : null;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private int serve(String lines) {
    return Worker.serve(
        Counting::new, new BufferedReader(new StringReader(lines)), new PrintWriter(out));
  }

  private String said() {
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void itAnswersEachLineUntilItIsAskedToQuit() {
    assertThat(serve("steps 2\nsteps 1\nquit\nsteps 3\n")).isZero();
    assertThat(said()).isEqualTo(READY + "{\"seconds\":[0.5,0.5]}\n" + "{\"seconds\":[0.5]}\n");
    assertThat(closed).isTrue();
  }

  @Test
  void itEndsWithItsInput() {
    assertThat(serve("")).isZero();
    assertThat(said()).isEqualTo(READY);
    assertThat(closed).isTrue();
  }

  @Test
  void itRefusesWhatItDoesNotKnowAndEnds() {
    for (String line : new String[] {"dance 2", "steps", "steps 0", "steps -1", "steps 2 3", ""}) {
      out.getBuffer().setLength(0);
      assertThat(serve(line + "\nsteps 1\n")).isOne();
      assertThat(said())
          .isEqualTo(
              READY
                  + "{\"error\":\"expected a wish and a number such as steps 5, found "
                  + line
                  + "\",\"bad_input\":false}\n");
    }
  }

  @Test
  void whatCannotBeMadeIsReportedInALine() {
    int code =
        Worker.serve(
            () -> {
              throw new IllegalStateException("no room\nat all");
            },
            new BufferedReader(new StringReader("")),
            new PrintWriter(out));
    assertThat(code).isOne();
    assertThat(said()).isEqualTo("{\"error\":\"no room\",\"bad_input\":false}\n");
  }

  @Test
  void whatIsRefusedIsDistinguishedFromWhatFails() {
    int code =
        Worker.serve(
            () -> {
              throw new InputException("stages", "at most 4", "8", "choose fewer");
            },
            new BufferedReader(new StringReader("")),
            new PrintWriter(out));
    assertThat(code).isOne();
    assertThat(said())
        .isEqualTo(
            "{\"error\":\"stages: expected at most 4, found 8; choose fewer\","
                + "\"bad_input\":true}\n");
  }
}
