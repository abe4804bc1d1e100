package io.github.sid4j.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTest {
  @Test
  void partsAreWeightedByTheirSamplesAndModulesKeptApart() {
    List<Measure> first = List.of(new Measure(1, 2, 3, 4, 1), new Measure(10, 0, 0, 0, 0));
    List<Measure> second = List.of(new Measure(5, 6, 7, 8, 2), new Measure(30, 0, 0, 0, 3));
    assertThat(Measure.join(List.of(first, second), List.of(1L, 3L)))
        .containsExactly(new Measure(4, 5, 6, 7, 3), new Measure(25, 0, 0, 0, 3));
  }

  @Test
  void aSinglePartStaysAsItIsToTheBit() {
    List<Measure> only = List.of(new Measure(0.1, 1.0 / 3, Math.E, Math.PI, 2));
    assertThat(Measure.join(List.of(only), List.of(7L))).isEqualTo(only);
  }
}
