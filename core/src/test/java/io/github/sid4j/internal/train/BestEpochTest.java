package io.github.sid4j.internal.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.run.BeliefMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestEpochTest {

  private static BeliefMetrics measured(double accuracy, double divergence) {
    return new BeliefMetrics(accuracy, divergence, 0, 0, 0, null, null, null, null);
  }

  /** Epochs with these accuracies and divergences of the last of two modules. */
  private static Progress after(BestBy by, double... numbers) {
    Progress progress = Progress.start(2);
    for (int i = 0; i < numbers.length; i += 2) {
      // The first module is at its best where the last is at its worst.
      BeliefMetrics first = measured(1 - numbers[i], -numbers[i + 1]);
      progress = progress.epochEnded(List.of(first, measured(numbers[i], numbers[i + 1])), by);
    }
    return progress;
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 0.5, 0.8, 0.1, 0.7, 0.1, 1",
    "0.8, 0.1, 0.9, 0.5, 0.9, 0.6, 2",
    "0.9, 0.5, 0.9, 0.3, 0.9, 0.4, 2",
    "0.9, 0.3, 0.9, 0.3, 0.9, 0.3, 3",
    "0.9, 0.3, 0.9, NaN, 0.9, 0.3, 3",
    "0.9, NaN, 0.9, 0.9, 0.9, Infinity, 2"
  })
  void ofEqualAccuraciesTheLastModuleClosestToTheTargetThenTheLaterEpochIsBest(
      double a1, double d1, double a2, double d2, double a3, double d3, int best) {
    Progress progress = after(BestBy.ACCURACY, a1, d1, a2, d2, a3, d3);
    assertThat(progress.bestEpoch()).isEqualTo(best);
    assertThat(progress.bestDivergence()).isFinite();
  }

  @Test
  void byLossTheAccuracyDoesNotCount() {
    assertThat(after(BestBy.LOSS, 0.9, 0.5, 0.8, 0.3, 0.8, 0.4).bestEpoch()).isEqualTo(2);
    assertThat(after(BestBy.LOSS, 0.9, 0.3, 0.8, 0.3, 1, Double.NaN).bestEpoch()).isEqualTo(2);
    assertThat(after(BestBy.LOSS, 0.9, Double.NaN, 0.8, 7, 0.7, 9).bestEpoch()).isEqualTo(2);
  }

  @Test
  void byNothingTheLastEpochIsBest() {
    assertThat(after(BestBy.LAST, 0.9, 0.1, 0.8, 0.3, 0.7, Double.NaN).bestEpoch()).isEqualTo(3);
  }

  @Test
  void withoutAValidationPartTheLastEpochIsBest() {
    Progress progress =
        Progress.start(1).epochEnded(null, BestBy.ACCURACY).epochEnded(null, BestBy.LOSS);
    assertThat(progress.bestEpoch()).isEqualTo(2);
    assertThat(progress.bestDivergence()).isNull();
  }
}
