package io.github.sid4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExitRuleTest {
  @Property(tries = 1000)
  void confidenceAsksForTheProbabilityAlone(
      @ForAll @DoubleRange(max = 1) double threshold,
      @ForAll @DoubleRange(max = 1) double probability,
      @ForAll @IntRange(min = -1, max = 3) int before) {
    assertThat(ExitRule.confidence(threshold).ends(before, 2, probability))
        .isEqualTo(probability >= threshold);
  }

  @Property(tries = 1000)
  void agreementAsksForTheSameClassToo(
      @ForAll @DoubleRange(max = 1) double threshold,
      @ForAll @DoubleRange(max = 1) double probability,
      @ForAll @IntRange(min = -1, max = 3) int before) {
    assertThat(ExitRule.agreement(threshold).ends(before, 2, probability))
        .isEqualTo(before == 2 && probability >= threshold);
  }

  @Test
  void neverEndsNotEvenWhenItIsCertain() {
    assertThat(ExitRule.NEVER.ends(1, 1, 1)).isFalse();
  }

  @Test
  void aThresholdThatIsNoProbabilityIsRefused() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> ExitRule.confidence(wrong)).isInstanceOf(InputException.class);
    }
  }
}
