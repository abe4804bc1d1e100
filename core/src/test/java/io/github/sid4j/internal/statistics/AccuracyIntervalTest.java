package io.github.sid4j.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class AccuracyIntervalTest {
  private static String text(double accuracy, long samples) {
    return AccuracyInterval.of(accuracy, samples)
        .orElseThrow()
        .text(Long::toString, fraction -> String.format(Locale.ROOT, "%.2f %%", fraction * 100));
  }

  /** The bounds are those of binom.test in R. */
  @Test
  void fewSamplesSayThatTheyAreFew() {
    assertThat(text(1, 12))
        .isEqualTo(
            "of only 12 test samples: the accuracy on others may be anything from 73.54 % to"
                + " 100.00 % (95 %)");
    assertThat(text(0, 1))
        .startsWith("of only 1 test sample: ")
        .endsWith("0.00 % to 97.50 % (95 %)");
    assertThat(text(0.9, 10_000)).startsWith("of 10000 test samples: ");
  }

  @Test
  void withoutAnAccuracyOrSamplesThereIsNone() {
    assertThat(AccuracyInterval.of(null, 12)).isEmpty();
    assertThat(AccuracyInterval.of(Double.NaN, 12)).isEmpty();
    assertThat(AccuracyInterval.of(0.5, 0)).isEmpty();
  }
}
