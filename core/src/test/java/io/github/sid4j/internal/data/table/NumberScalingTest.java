package io.github.sid4j.internal.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NumberScalingTest {
  private static final CellFormat POINT =
      new CellFormat(DecimalSign.POINT, CellFormat.DEFAULT_MARKS);

  @Test
  void ranksHaveTheShapeOfANormalDistribution() {
    List<String> cells = IntStream.range(0, 1001).mapToObj(i -> "" + Math.pow(i, 3)).toList();
    NumberEncoder encoder = NumberScaling.QUANTILE.learn(cells, cells, POINT, 1);
    assertThat(of(encoder, Math.pow(500, 3))).isCloseTo(0, within(2e-3f));
    assertThat(of(encoder, Math.pow(841.34, 3))).isCloseTo(1, within(2e-3f));
    assertThat(of(encoder, Math.pow(158.66, 3))).isCloseTo(-1, within(5e-2f));
    assertThat(of(encoder, 1e30)).isEqualTo(of(encoder, 1e9)).isBetween(2f, 3f);
    assertThat(of(encoder, -1)).isEqualTo(-of(encoder, 1e30));
  }

  @Test
  void aFrequentNumberIsTheMiddleOfItsRanks() {
    List<String> cells = IntStream.range(0, 1000).mapToObj(i -> i < 900 ? "0" : "" + i).toList();
    NumberEncoder encoder = NumberScaling.QUANTILE.learn(cells, cells, POINT, 1);
    assertThat(of(encoder, 0)).isCloseTo((float) NormalQuantile.of(0.45), within(0.05f));
    assertThat(of(encoder, 900)).isGreaterThan(1.2f);
  }

  @Test
  void piecesSayHowMuchOfThemLiesBelow() {
    List<String> cells = List.of("0", "1", "2", "4", "8");
    NumberEncoder encoder = NumberScaling.PIECEWISE.learn(List.of(), cells, POINT, 4);
    assertThat(all(encoder, "3")).containsExactly(1, 1, 0.5f, 0);
    assertThat(all(encoder, "-9")).containsExactly(0, 0, 0, 0);
    assertThat(all(encoder, "99")).containsExactly(1, 1, 1, 1);
    // Equal quantiles leave fewer pieces.
    List<String> few = List.of("5", "5", "5", "5", "6", "");
    assertThat(all(NumberScaling.PIECEWISE.learn(few, few, POINT, 4), "6")).containsExactly(1, 0);
    assertThat(all(NumberScaling.PIECEWISE.learn(few, few, POINT, 4), "?")).containsExactly(0, 1);
  }

  @Test
  void aConstantColumnSaysNothingHoweverItIsScaled() {
    for (NumberScaling scaling : NumberScaling.values()) {
      for (List<String> cells : List.of(List.of("7", "7"), List.<String>of())) {
        assertThat(all(scaling.learn(cells, cells, POINT, 4), "3")).containsExactly(0);
        assertThat(all(scaling.learn(cells, cells, POINT, 4), "9")).containsExactly(0);
      }
    }
  }

  @Property(tries = 500)
  void aLargerNumberNeverBecomesASmallerOne(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -5, max = 40) Integer> numbers,
      @ForAll @IntRange(min = -6, max = 41) int first,
      @ForAll @IntRange(min = -6, max = 41) int second) {
    List<String> cells = numbers.stream().map(String::valueOf).toList();
    String low = "" + Math.min(first, second);
    String high = "" + (Math.max(first, second) + 0.5);
    for (NumberScaling scaling : NumberScaling.values()) {
      NumberEncoder encoder = scaling.learn(cells, cells, POINT, 5);
      float[] lower = all(encoder, low);
      float[] higher = all(encoder, high);
      for (int i = 0; i < lower.length; i++) {
        assertThat(higher[i]).isFinite().isGreaterThanOrEqualTo(lower[i]);
      }
    }
  }

  private static float of(NumberEncoder encoder, double number) {
    return all(encoder, Double.toString(number))[0];
  }

  private static float[] all(ColumnEncoder encoder, String cell) {
    float[] values = new float[encoder.width()];
    encoder.encode(cell, POINT, values, 0);
    return values;
  }
}
