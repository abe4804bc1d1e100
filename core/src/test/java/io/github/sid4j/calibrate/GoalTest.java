package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.ExitRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTest {
  private static final Outcome FULL = outcome(0, 0.90, 1);
  private static final List<Outcome> RULES =
      List.of(outcome(0.2, 0.80, 0.3), outcome(0.5, 0.898, 0.6), outcome(0.8, 0.901, 0.8), FULL);

  private static Outcome outcome(double threshold, double accuracy, double compute) {
    return new Outcome(ExitRule.confidence(threshold), accuracy, compute, 1);
  }

  private static double chosen(Goal.Kind kind, double value) {
    return new Goal(kind, value).choose(FULL, RULES).compute();
  }

  @Test
  void aLossIsAllowedForTheLeastCompute() {
    assertThat(chosen(Goal.Kind.LOSS, 0)).isEqualTo(0.8);
    assertThat(chosen(Goal.Kind.LOSS, 0.3)).isEqualTo(0.6);
    assertThat(chosen(Goal.Kind.LOSS, 10)).isEqualTo(0.3);
  }

  @Test
  void anAccuracyIsReachedWithTheLeastCompute() {
    assertThat(chosen(Goal.Kind.ACCURACY, 89.8)).isEqualTo(0.6);
    assertThat(chosen(Goal.Kind.ACCURACY, 90.1)).isEqualTo(0.8);
  }

  @Test
  void aBudgetBuysTheHighestAccuracy() {
    assertThat(chosen(Goal.Kind.BUDGET, 79)).isEqualTo(0.6);
    assertThat(chosen(Goal.Kind.BUDGET, 100)).isEqualTo(0.8);
  }

  @Test
  void whatNoRuleReachesIsRefusedWithWhatWouldBeReached() {
    assertThatThrownBy(() -> chosen(Goal.Kind.ACCURACY, 95))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at most 90.10");
    assertThatThrownBy(() -> chosen(Goal.Kind.BUDGET, 10))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least 30.00");
  }

  @Test
  void aGoalBeyondTheRangeIsRefused() {
    assertThatThrownBy(() -> new Goal(Goal.Kind.LOSS, -1)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new Goal(Goal.Kind.LOSS, Double.NaN))
        .isInstanceOf(InputException.class);
  }
}
