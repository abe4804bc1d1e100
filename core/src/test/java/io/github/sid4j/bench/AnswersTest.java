package io.github.sid4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sid4j.error.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void whatAPeerSaysIsReadWithMoreOrFewerFields() {
    String line =
        "{\"ready\": true, \"name\": \"p\", \"version\": \"2\", \"parameters\": 7, \"x\": 1}";
    assertThat(Answers.read("w", line, Answers.Ready.class))
        .isEqualTo(new Answers.Ready(true, "p", "2", 7));
    assertThat(Answers.read("w", "{\"peak_rss_bytes\": 5}", Answers.Memory.class))
        .isEqualTo(new Answers.Memory(5L, null, null, null, null, null));
    assertThat(Answers.read("w", "{}", Answers.Profile.class).parts()).isNull();
  }

  @Test
  void anAnswerIsOneLineInSnakeCaseWithoutWhatIsNotKnown() {
    Answers.Memory memory = new Answers.Memory(1L, 2L, null, null, null, 3L);
    String line = Answers.line(memory);
    assertThat(line)
        .isEqualTo("{\"peak_rss_bytes\":1,\"baseline_rss_bytes\":2,\"peak_tensor_bytes\":3}");
    assertThat(Answers.read("w", line, Answers.Memory.class)).isEqualTo(memory);
  }

  @Test
  void anErrorNamesTheWorker() {
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> Answers.read("w 1", "{\"error\":\"no room\"}", Answers.Steps.class))
        .withMessage("worker w 1: no room");
  }

  @Test
  void whatCannotBeComputedIsTheUsersAffairWhoeverFoundIt() {
    String line = Answers.line(new Answers.Failed("image: expected larger ones", true));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Answers.read("w 1", line, Answers.Ready.class))
        .withMessage("image: expected larger ones");
  }

  @Test
  void whatIsNoJsonIsShown() {
    for (String line : List.of("Hello", "[1]", "{\"seconds\":")) {
      assertThatExceptionOfType(WorkerException.class)
          .isThrownBy(() -> Answers.read("w", line, Answers.Steps.class))
          .withMessage("worker w: expected a line of JSON, found " + line);
    }
  }
}
