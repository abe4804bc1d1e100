package io.github.sid4j.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.objective.BeliefRows;
import io.github.sid4j.internal.objective.NoiseCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTest {
  @Test
  void partsAreWeightedByTheirSamplesAndModulesKeptApart() {
    List<Measure> first = List.of(measure(1, 2, 3, 4, 1), measure(10, 0, 0, 0, 0));
    List<Measure> second = List.of(measure(5, 6, 7, 8, 2), measure(30, 0, 0, 0, 3));
    assertThat(Measure.join(List.of(first, second), List.of(1L, 3L)))
        .containsExactly(measure(4, 5, 6, 7, 3), measure(25, 0, 0, 0, 3));
  }

  @Test
  void aSinglePartStaysAsItIsToTheBit() {
    List<Measure> only = List.of(measure(0.1, 1.0 / 3, Math.E, Math.PI, 2));
    assertThat(Measure.join(List.of(only), List.of(7L))).isEqualTo(only);
  }

  @Test
  void noisyLabelsAreAddedUp() {
    Measure one = new Measure(0, 0, 0, 0, 0, 0, 0, new NoiseCounts(5, 3, 2), BeliefRows.NONE);
    Measure other = new Measure(0, 0, 0, 0, 0, 0, 0, new NoiseCounts(4, 4, 1), BeliefRows.NONE);
    assertThat(Measure.join(List.of(List.of(one), List.of(other)), List.of(8L, 8L)))
        .extracting(Measure::noise)
        .containsExactly(new NoiseCounts(9, 7, 3));
  }

  private static Measure measure(
      double klTarget, double klPrevious, double loss, double floor, long correct) {
    return new Measure(
        klTarget,
        klPrevious,
        loss,
        floor,
        correct,
        loss / 2,
        correct,
        NoiseCounts.NONE,
        BeliefRows.NONE);
  }
}
