package io.github.sid4j.internal.baseline.noprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseScheduleTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** What makes the blocks fit: a step that knows u keeps the distribution on its course. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 1000})
  void aStepLeadsFromOneNoiseToTheNext(int steps) {
    NoiseSchedule schedule = new NoiseSchedule(steps);
    assertThat(schedule.steps()).isEqualTo(steps);
    for (int t = 1; t <= steps; t++) {
      NoiseSchedule.Step step = schedule.step(t);
      double before = schedule.signal(t - 1);
      double mean = step.embedding() + step.state() * Math.sqrt(before);
      double variance = step.state() * step.state() * (1 - before) + step.noise() * step.noise();
      assertThat(mean).isCloseTo(Math.sqrt(schedule.signal(t)), EXACT);
      assertThat(variance).isCloseTo(1 - schedule.signal(t), EXACT);
      assertThat(schedule.gain(t)).isPositive();
    }
  }

  @Test
  void itGoesFromHardlyAnySignalToHardlyAnyNoise() {
    NoiseSchedule schedule = new NoiseSchedule(10);
    assertThat(schedule.signal(0)).isGreaterThan(0).isLessThan(1e-4);
    assertThat(schedule.signal(10)).isGreaterThan(0.97).isLessThan(1);
    // Half way down the quarter of the cosine, half of the variance is left.
    assertThat(new NoiseSchedule(9).signal(5)).isCloseTo(0.5, within(0.01));
  }
}
