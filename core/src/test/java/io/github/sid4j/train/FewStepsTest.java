package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewStepsTest {
  private static List<String> warnings(String batch, String epochs, int samples) {
    Settings open =
        Settings.parse(Map.of("dataset", "csv", "data", "d", "batch", batch, "epochs", epochs));
    Settings resolved = AutoLength.resolve(open, samples);
    return FewSteps.warnings(Course.of(open, resolved, samples, 0), resolved, samples);
  }

  @Test
  void fewStepsAreReportedWithWhatToGiveInstead() {
    assertThat(warnings("128", "20", 432))
        .containsExactly(
            "an epoch has 3 steps and the run 60, which may be too few to learn from;"
                + " try batch=16 epochs=38",
            "each epoch leaves out 48 of the 432 training samples, since they do not fill a batch"
                + " of 128; lower batch");
  }

  @ParameterizedTest
  @CsvSource({"16,40,432", "auto,auto,432", "auto,auto,8", "128,20,50000", "108,1000,108"})
  void enoughStepsAreNotReported(String batch, String epochs, int samples) {
    assertThat(warnings(batch, epochs, samples)).isEmpty();
  }

  @Test
  void numbersThatNobodyGaveAreNotReported() {
    Settings open = Settings.parse(Map.of("batch", "auto", "epochs", "auto"));
    Settings few = Settings.parse(Map.of("batch", "8", "epochs", "40"));
    assertThat(FewSteps.warnings(Course.of(open, few, 42, 0), few, 42)).isEmpty();
  }

  @Test
  void aShortRunIsReportedWhateverItsBatch() {
    assertThat(warnings("auto", "2", 432))
        .containsExactly(
            "an epoch has 27 steps and the run 54, which may be too few to learn from;"
                + " try epochs=38");
  }
}
