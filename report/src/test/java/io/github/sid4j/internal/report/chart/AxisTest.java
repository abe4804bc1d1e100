package io.github.sid4j.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static List<String> texts(Axis axis) {
    return axis.ticks().stream().map(Tick::text).toList();
  }

  @Test
  void roundNumbersAreNamedWithTheDecimalsThatTheyNeed() {
    assertThat(texts(Axis.over("%", List.of(96.9, 98.3))))
        .containsExactly("96.5", "97.0", "97.5", "98.0", "98.5");
    assertThat(texts(Axis.over("points", List.of(-3.0, 4.0))))
        .containsExactly("−4", "−2", "0", "2", "4");
    assertThat(texts(Axis.counts("epoch", 1, 12))).containsExactly("2", "4", "6", "8", "10", "12");
    assertThat(texts(Axis.counts("module", 1, 1))).containsExactly("1");
  }

  @Test
  void whatIsFarApartIsShownByRatio() {
    Axis axis = Axis.of("lr", List.of(0.001, 0.01, 0.1));
    assertThat(axis.place(0.01)).isCloseTo(0.5, within(1e-9));
    assertThat(texts(axis)).contains("0.001", "0.01", "0.1");
  }

  @Test
  void percentagesEndAtAHundred() {
    Axis axis = Axis.percent("%", List.of(91.0, 104.0));
    assertThat(axis.place(100)).isEqualTo(1);
  }

  @Test
  void accuraciesThatAreAlmostTheSameDoNotFillAnAxis() {
    Axis flat = Axis.percent("%", List.of(100.0, 99.94));
    assertThat(flat.place(99)).isZero();
    assertThat(flat.place(100)).isEqualTo(1);
    Axis middle = Axis.percent("%", List.of(50.0));
    assertThat(middle.place(50)).isCloseTo(0.5, within(1e-9));
    assertThat(middle.place(50.5) - middle.place(49.5)).isBetween(0.7, 1.0);
    assertThat(Axis.percent("%", List.of(0.0)).place(0)).isZero();
  }

  @Property(tries = 200)
  void allValuesHaveRoomBetweenAFewTicks(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double other) {
    Axis axis = Axis.over("", List.of(one, other));
    assertThat(axis.place(one)).isBetween(-1e-9, 1 + 1e-9);
    assertThat(axis.place(other)).isBetween(-1e-9, 1 + 1e-9);
    assertThat(axis.ticks()).hasSizeBetween(2, 9);
  }
}
