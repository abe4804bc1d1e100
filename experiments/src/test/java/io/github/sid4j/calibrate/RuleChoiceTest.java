package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.statistics.PairedLoss;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.ExitRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleChoiceTest {
  private static final int MANY = 5000;

  /** All modules are right about nine tenths. */
  private static Trial trial(int samples, ExitRule rule, int lost, int gained, double compute) {
    int right = samples * 9 / 10 - lost + gained;
    return new Trial(
        new Outcome(rule, right / (double) samples, compute, 1),
        new PairedLoss(lost, gained, samples),
        right,
        rule.kind() == ExitRule.Kind.NEVER ? 0 : 0.2);
  }

  private static Trial rule(double threshold, int lost, int gained, double compute) {
    return trial(MANY, ExitRule.confidence(threshold), lost, gained, compute);
  }

  /** The first module for all samples, which loses none of them. */
  private static RuleChoice.Chosen ofFirstModule(int samples) {
    Trial first = trial(samples, ExitRule.confidence(0), 0, 0, 0.4);
    return choose(samples, new Goal(Goal.Kind.LOSS, 0.3), first);
  }

  private static RuleChoice.Chosen choose(Goal.Kind kind, double value, Trial... rules) {
    return choose(MANY, new Goal(kind, value), rules);
  }

  private static RuleChoice.Chosen choose(int samples, Goal goal, Trial... rules) {
    Trial full = trial(samples, ExitRule.NEVER, 0, 0, 1);
    return new RuleChoice(goal, full, List.of(List.of(rules), List.of())).choose();
  }

  @Test
  void aLossIsAllowedForTheLeastComputeAsFarAsTheBoundShowsIt() {
    Trial cheap = rule(0.2, 200, 0, 0.3);
    Trial middle = rule(0.5, 4, 2, 0.6);
    Trial sure = rule(0.8, 0, 0, 0.8);
    assertThat(choose(Goal.Kind.LOSS, 10, cheap, middle, sure).outcome().compute()).isEqualTo(0.3);
    assertThat(choose(Goal.Kind.LOSS, 0.3, cheap, middle, sure).outcome().compute()).isEqualTo(0.6);
    RuleChoice.Chosen chosen = choose(Goal.Kind.LOSS, 0.1, cheap, middle, sure);
    assertThat(chosen.outcome().compute()).isEqualTo(0.8);
    assertThat(chosen.decision().bound()).isBetween(0.0005, 0.001);
    assertThat(chosen.decision().samplesNeeded()).isNull();
  }

  @Test
  void aHundredFortyFourSamplesWithoutALossDoNotChooseTheFirstModuleForGood() {
    RuleChoice.Chosen chosen = ofFirstModule(144);
    assertThat(chosen.outcome().rule()).isEqualTo(ExitRule.NEVER);
    assertThat(chosen.decision().bound()).isNull();
    assertThat(chosen.decision().samplesNeeded()).isBetween(1200L, 1400L);
    assertThat(chosen.decision().reason()).contains("144 validation samples cannot show");
    int needed = Math.toIntExact(chosen.decision().samplesNeeded());
    assertThat(ofFirstModule(needed).outcome().compute()).isEqualTo(0.4);
  }

  @Test
  void noLossAtAllCanNeverBeShown() {
    RuleChoice.Chosen chosen = choose(Goal.Kind.LOSS, 0, rule(0.5, 0, 0, 0.5));
    assertThat(chosen.outcome().rule()).isEqualTo(ExitRule.NEVER);
    assertThat(chosen.decision().samplesNeeded()).isNull();
    assertThat(chosen.decision().reason()).contains("no number of them");
  }

  @Test
  void aRuleThatDoesWellByChanceBehindOneThatFailsIsNotChosen() {
    Trial lucky = rule(0.2, 0, 5, 0.3);
    Trial bad = rule(0.5, 100, 0, 0.6);
    Trial sure = rule(0.8, 0, 0, 0.8);
    assertThat(choose(Goal.Kind.LOSS, 0.3, lucky, bad, sure).outcome().compute()).isEqualTo(0.8);
  }

  @Test
  void whatSavesNextToNothingIsNotSet() {
    RuleChoice.Chosen chosen = choose(Goal.Kind.LOSS, 1, rule(0.5, 0, 0, 0.96));
    assertThat(chosen.outcome().rule()).isEqualTo(ExitRule.NEVER);
    assertThat(chosen.decision().reason()).contains("saves 5 %");
    assertThat(choose(Goal.Kind.LOSS, 1, rule(0.5, 0, 0, 0.95)).outcome().compute())
        .isEqualTo(0.95);
  }

  @Test
  void anAccuracyIsShownByItsOwnLowerBound() {
    Trial cheap = rule(0.2, 500, 0, 0.3);
    Trial sure = rule(0.8, 0, 0, 0.8);
    assertThat(choose(Goal.Kind.ACCURACY, 75, cheap, sure).outcome().compute()).isEqualTo(0.3);
    // 80.0 % of the validation part are not 80 % of new samples.
    RuleChoice.Chosen chosen = choose(Goal.Kind.ACCURACY, 80, cheap, sure);
    assertThat(chosen.outcome().compute()).isEqualTo(0.8);
    assertThat(chosen.decision().bound()).isCloseTo(0.891, within(0.002));
    RuleChoice.Chosen none = choose(Goal.Kind.ACCURACY, 89.9, cheap, sure);
    assertThat(none.outcome().rule()).isEqualTo(ExitRule.NEVER);
    assertThat(none.decision().samplesNeeded()).isGreaterThan(5000);
  }

  @Test
  void aBudgetIsUsedForTheSurestRuleThatStaysWithinItOnNewSamples() {
    Trial cheap = rule(0, 100, 200, 0.3);
    Trial middle = rule(0.5, 100, 0, 0.6);
    Trial sure = rule(0.8, 0, 0, 0.8);
    assertThat(choose(Goal.Kind.BUDGET, 79, cheap, middle, sure).outcome().compute())
        .isEqualTo(0.6);
    // The mean of new samples may be a little more than that of these.
    assertThat(choose(Goal.Kind.BUDGET, 80, cheap, middle, sure).outcome().compute())
        .isEqualTo(0.6);
    assertThat(choose(Goal.Kind.BUDGET, 81, cheap, middle, sure).outcome().compute())
        .isEqualTo(0.8);
    // All samples stop at the first module, which costs the same for each.
    assertThat(choose(Goal.Kind.BUDGET, 30, cheap, middle, sure).outcome().compute())
        .isEqualTo(0.3);
    assertThat(choose(Goal.Kind.BUDGET, 100, cheap, middle, sure).outcome().rule())
        .isEqualTo(ExitRule.NEVER);
  }

  @Test
  void whatNoRuleReachesIsRefusedWithWhatWouldBeReached() {
    Trial only = rule(0.2, 0, 5, 0.3);
    assertThatThrownBy(() -> choose(Goal.Kind.ACCURACY, 95, only))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at most 90.10");
    assertThatThrownBy(() -> choose(Goal.Kind.BUDGET, 10, only))
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
