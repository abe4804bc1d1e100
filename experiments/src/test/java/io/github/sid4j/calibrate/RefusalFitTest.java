package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RefusalFitTest {
  private static double[] some(long seed, int size) {
    return new Random(seed).ints(size, 0, 20).mapToDouble(i -> i / 20.0).toArray();
  }

  @Property(tries = 100)
  void theThresholdRefusesAtMostTheShareAndTheNextOneMore(
      @ForAll @DoubleRange(min = 0, max = 0.5) double share,
      @ForAll @IntRange(min = 1, max = 200) int size,
      @ForAll long seed) {
    double[] all = some(seed, size);
    double threshold = RefusalFit.threshold(share, all);
    assertThat(Arrays.stream(all).filter(one -> one < threshold).count())
        .isLessThanOrEqualTo((long) Math.floor(share * size));
    assertThat(Arrays.stream(all).filter(one -> one <= threshold).count())
        .isGreaterThan((long) Math.floor(share * size));
  }

  @Property(tries = 50)
  void theAreaCountsPairs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    double[] known = some(seed, size);
    double[] unknown = some(~seed, 25);
    double pairs = 0;
    for (double one : known) {
      for (double other : unknown) {
        pairs += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    assertThat(RefusalFit.area(known, unknown)).isCloseTo(pairs / size / 25, within(1e-12));
  }

  @Test
  void allOfOneSideIsAnAreaOfOne() {
    List<double[]> sides = List.of(new double[] {0.8, 0.9}, new double[] {0.1, 0.7});
    assertThat(RefusalFit.area(sides.get(0), sides.get(1))).isEqualTo(1);
    assertThat(RefusalFit.area(sides.get(1), sides.get(0))).isZero();
  }
}
