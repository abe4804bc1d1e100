package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuartilesTest {
  @Test
  void quartilesLieBetweenTheirNeighbours() {
    assertThat(Quartiles.of(4, 1, 3, 2)).isEqualTo(new Quartiles(4, 2.5, 1.75, 3.25, 1, 4));
    assertThat(Quartiles.of(5, 1, 4, 2, 3)).isEqualTo(new Quartiles(5, 3, 2, 4, 1, 5));
    assertThat(Quartiles.of(7)).isEqualTo(new Quartiles(1, 7, 7, 7, 7, 7));
  }

  @Test
  void nothingHasNoMedian() {
    assertThatIllegalArgumentException().isThrownBy(Quartiles::of);
  }

  @Property(tries = 1000)
  void halfIsOnEachSideOfTheMedianAndAQuarterBeyondEachQuartile(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 1e6) Double> drawn) {
    double[] values = drawn.stream().mapToDouble(one -> one).toArray();
    Quartiles quartiles = Quartiles.of(values);
    assertThat(quartiles.n()).isEqualTo(values.length);
    divides(values, quartiles.median(), 0.5);
    divides(values, quartiles.lowerQuartile(), 0.25);
    divides(values, quartiles.upperQuartile(), 0.75);
    assertThat(
            new double[] {
              quartiles.min(),
              quartiles.lowerQuartile(),
              quartiles.median(),
              quartiles.upperQuartile(),
              quartiles.max()
            })
        .isSorted();
  }

  /** Between n values are n - 1 gaps, of which a share lies below the quantile. */
  private static void divides(double[] values, double quantile, double share) {
    double gaps = values.length - 1;
    assertThat((double) Arrays.stream(values).filter(value -> value <= quantile).count())
        .isGreaterThanOrEqualTo(share * gaps);
    assertThat((double) Arrays.stream(values).filter(value -> value >= quantile).count())
        .isGreaterThanOrEqualTo((1 - share) * gaps);
  }
}
