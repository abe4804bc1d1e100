package io.github.sid4j.internal.suspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointBeliefTest {
  @Test
  void beliefsJoinByTheirLogarithms() {
    double[] joint = JointBelief.of(List.of(new float[] {0.9f, 0.1f}, new float[] {0.5f, 0.5f}));
    // sqrt(0.45) to sqrt(0.05) is 3 to 1.
    assertThat(joint[0]).isCloseTo(0.75, within(1e-6));
    assertThat(joint[1]).isCloseTo(0.25, within(1e-6));
    assertThat(JointBelief.best(joint)).isZero();
  }

  @Test
  void aBeliefThatHasUnderflowedLeavesNumbers() {
    double[] joint = JointBelief.of(List.of(new float[] {1, 0, 0}, new float[] {0, 1, 0}));
    assertThat(Arrays.stream(joint).sum()).isCloseTo(1, within(1e-9));
    assertThat(joint[0]).isCloseTo(joint[1], within(1e-9));
    assertThat(joint[2]).isLessThan(1e-9);
  }

  @Test
  void averagePrecisionIsTheMeanPrecisionAtWhatIsLookedFor() {
    // In front stand 1 of 1 and 2 of 4.
    assertThat(
            AveragePrecision.of(List.of(4, 3, 2, 1), Integer::doubleValue, i -> i == 1 || i == 4))
        .isCloseTo((1 + 0.5) / 2, within(1e-12));
    assertThat(AveragePrecision.of(List.of(5, 6), one -> 0, i -> i == 5)).isEqualTo(0.5);
    assertThat(AveragePrecision.of(List.of(5), Integer::doubleValue, i -> false)).isNull();
  }
}
