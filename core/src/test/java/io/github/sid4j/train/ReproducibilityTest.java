package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ReproducibilityTest {
  @TempDir private Path temp;

  private Outcome digits(String name, String... settings) throws IOException {
    Path folder = temp.resolve(name);
    SmallRuns.train(SmallRuns.digits(folder, settings));
    return Outcome.of(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"single-pass", "two-phase", "threads"})
  void theSameSeedGivesTheSameBytesInEveryExecution(String execution) throws IOException {
    Outcome expected = digits("expected", "epochs", "2");
    assertThat(digits("first", "epochs", "2", "execution", execution)).isEqualTo(expected);
    assertThat(digits("second", "epochs", "2", "execution", execution)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"backprop,adam", "deep-supervision,sgd", "sid,adamw"})
  void everyMethodAndOptimizerRepeatsItself(String method, String optimizer) throws IOException {
    String[] settings = {"epochs", "2", "method", method, "optimizer", optimizer, "clip", "1"};
    assertThat(digits("first", settings)).isEqualTo(digits("second", settings));
  }

  @Test
  void anotherSeedGivesOtherWeights() throws IOException {
    String first = digits("first", "epochs", "1").weights();
    assertThat(digits("second", "epochs", "1", "seed", "2").weights()).isNotEqualTo(first);
  }
}
