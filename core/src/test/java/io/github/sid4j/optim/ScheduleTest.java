package io.github.sid4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void theConstantIsOne() {
    assertThat(Schedule.constant().factor(0)).isEqualTo(1);
    assertThat(Schedule.constant().factor(123.4)).isEqualTo(1);
  }

  @Test
  void theCosineFallsFromOneByHalfInTheMiddleToZeroAndStaysThere() {
    Schedule cosine = Schedule.cosine(20);
    assertThat(cosine.factor(0)).isEqualTo(1);
    assertThat(cosine.factor(5)).isCloseTo((1 + Math.sqrt(0.5)) / 2, within(1e-15));
    assertThat(cosine.factor(10)).isCloseTo(0.5, within(1e-15));
    assertThat(cosine.factor(20)).isZero();
    assertThat(cosine.factor(25)).isZero();
  }

  @Property(tries = 1000)
  void theCosineNeverRises(
      @ForAll @IntRange(min = 1, max = 300) int total,
      @ForAll @DoubleRange(min = 0, max = 400) double one,
      @ForAll @DoubleRange(min = 0, max = 400) double other) {
    Schedule cosine = Schedule.cosine(total);
    assertThat(cosine.factor(Math.max(one, other)))
        .isBetween(0.0, cosine.factor(Math.min(one, other)));
  }

  @Test
  void stepsDropAtEachMilestoneItselfInWhateverOrder() {
    Schedule steps = Schedule.steps(List.of(150, 75), 0.1);
    assertThat(steps.factor(74.999)).isEqualTo(1);
    assertThat(steps.factor(75)).isCloseTo(0.1, within(1e-15));
    assertThat(steps.factor(149.999)).isCloseTo(0.1, within(1e-15));
    assertThat(steps.factor(150)).isCloseTo(0.01, within(1e-15));
  }

  @Property(tries = 1000)
  void warmUpRisesFromAboveZeroToTheScheduleItself(
      @ForAll @IntRange(min = 1, max = 10) int warmup,
      @ForAll @IntRange(min = 1, max = 50) int stepsPerEpoch) {
    Schedule rising = Schedule.constant().warmUp(warmup, stepsPerEpoch);
    double last = 0;
    for (int step = 0; step < warmup * stepsPerEpoch; step++) {
      double factor = rising.factor(step / (double) stepsPerEpoch);
      assertThat(factor).isGreaterThan(last).isLessThanOrEqualTo(1);
      last = factor;
    }
    assertThat(last).as("the last step of the rise").isCloseTo(1, within(1e-12));
    Schedule cosine = Schedule.cosine(50);
    assertThat(cosine.warmUp(warmup, stepsPerEpoch).factor(warmup + 0.5))
        .isEqualTo(cosine.factor(warmup + 0.5));
  }

  @Test
  void noWarmUpChangesNothing() {
    Schedule cosine = Schedule.cosine(3);
    for (double epochs = 0; epochs <= 3; epochs += 0.25) {
      assertThat(cosine.warmUp(0, 10).factor(epochs)).isEqualTo(cosine.factor(epochs));
    }
  }

  @Test
  void theTriangleRisesToOneAndFallsToItsEnd() {
    Schedule triangle = Schedule.triangular(10, 2, 0.2, 0.1);
    assertThat(triangle.factor(0)).isEqualTo(0.2);
    assertThat(triangle.factor(1)).isCloseTo(0.6, within(1e-15));
    assertThat(triangle.factor(2)).isEqualTo(1);
    assertThat(triangle.factor(6)).isCloseTo(0.55, within(1e-15));
    assertThat(triangle.factor(10)).isCloseTo(0.1, within(1e-15));
    assertThat(triangle.factor(12)).isCloseTo(0.1, within(1e-15));
    assertThat(Schedule.triangular(4, 0, 0.2, 0).factor(1)).isEqualTo(0.75);
    assertThat(Schedule.triangular(4, 4, 0.2, 0).factor(4)).isEqualTo(1);
  }
}
