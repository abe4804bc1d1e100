package io.github.sid4j.internal.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
  @Test
  void meanAndDeviationAreThoseOfTheDefinition() {
    // Squares of the deviations from 5: 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7.
    Sample sample = Sample.of(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(sample.n()).isEqualTo(8);
    assertThat(sample.mean()).isEqualTo(5);
    assertThat(sample.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
  }

  /** The 97.5 % quantiles of Student's t as they are tabulated everywhere. */
  @ParameterizedTest
  @CsvSource({"2, 12.706", "3, 4.303", "4, 3.182", "6, 2.571", "11, 2.228", "31, 2.042"})
  void anIntervalReachesAsFarAsStudentsTTells(int n, double quantile) {
    Interval interval = new Sample(n, 10, 2).interval().orElseThrow();
    assertThat(interval.high() - 10).isCloseTo(quantile * 2 / Math.sqrt(n), within(2e-3));
    assertThat(10 - interval.low()).isCloseTo(interval.high() - 10, within(1e-12));
  }

  @Test
  void oneValueHasNeitherDeviationNorInterval() {
    Sample one = Sample.of(0.9);
    assertThat(one.deviation()).isNaN();
    assertThat(one.interval()).isEmpty();
    assertThat(Sample.of().mean()).isNaN();
  }

  @Test
  void differencesAreTakenWhereBothHaveTheSeed() {
    Sample pairs =
        Sample.ofDifferences(
            Map.of(1L, 0.97, 2L, 0.95, 3L, 0.90, 7L, 0.5), Map.of(3L, 0.91, 2L, 0.94, 1L, 0.93));
    assertThat(pairs.n()).isEqualTo(3);
    assertThat(pairs.mean()).isCloseTo(0.04 / 3, within(1e-12));
    // Differences 0.04, 0.01, -0.01.
    assertThat(pairs.deviation()).isCloseTo(0.0251661, within(1e-6));
    assertThat(pairs.interval().orElseThrow().contains(0)).isTrue();
  }
}
