package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sid4j.error.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerProtocolTest {
  @Test
  void whatAPeerSaysIsReadWithMoreOrFewerFields() {
    String line =
        "{\"ready\": true, \"name\": \"p\", \"version\": \"2\", \"parameters\": 7, \"x\": 1}";
    assertThat(WorkerProtocol.read("w", line, WorkerProtocol.Ready.class))
        .isEqualTo(new WorkerProtocol.Ready(true, "p", "2", 7));
    assertThat(WorkerProtocol.read("w", "{\"peak_rss_bytes\": 5}", WorkerProtocol.Memory.class))
        .isEqualTo(new WorkerProtocol.Memory(5L, null, null, null, null, null));
    assertThat(WorkerProtocol.read("w", "{}", WorkerProtocol.Profile.class).parts()).isNull();
  }

  @Test
  void anAnswerIsOneLineInSnakeCaseWithoutWhatIsNotKnown() {
    WorkerProtocol.Memory memory = new WorkerProtocol.Memory(1L, 2L, null, null, null, 3L);
    String line = WorkerProtocol.line(memory);
    assertThat(line)
        .isEqualTo("{\"peak_rss_bytes\":1,\"baseline_rss_bytes\":2,\"peak_tensor_bytes\":3}");
    assertThat(WorkerProtocol.read("w", line, WorkerProtocol.Memory.class)).isEqualTo(memory);
  }

  @Test
  void anErrorNamesTheWorker() {
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(
            () -> WorkerProtocol.read("w 1", "{\"error\":\"no room\"}", WorkerProtocol.Steps.class))
        .withMessage("worker w 1: no room");
  }

  @Test
  void whatCannotBeComputedIsBadInputWhereverItIsFound() {
    String line =
        WorkerProtocol.line(
            new WorkerProtocol.Failed("image: expected larger ones, found 2x2; scale them", true));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> WorkerProtocol.read("w 1", line, WorkerProtocol.Ready.class))
        .withMessage("image: expected larger ones, found 2x2; scale them");
  }

  @Test
  void whatIsNoJsonIsShown() {
    for (String line : List.of("Hello", "[1]", "{\"seconds\":")) {
      assertThatExceptionOfType(WorkerException.class)
          .isThrownBy(() -> WorkerProtocol.read("w", line, WorkerProtocol.Steps.class))
          .withMessage("worker w: expected a line of JSON, found " + line);
    }
  }
}
