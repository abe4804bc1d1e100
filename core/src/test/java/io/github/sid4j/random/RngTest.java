package io.github.sid4j.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RngTest {
  @Test
  void theStreamNeverChangesBetweenReleases() {
    Rng rng = Rng.of(42, 1, 2);
    assertThat(new long[] {rng.nextLong(), rng.nextLong()})
        .containsExactly(-2352797150259663397L, -3640903605717333670L);
  }

  @Property(tries = 1000)
  void theSamePathGivesTheSameStreamAndAnotherDoesNot(@ForAll long seed, @ForAll long place) {
    assertThat(Rng.of(seed, place).nextLong()).isEqualTo(Rng.of(seed, place).nextLong());
    assertThat(Rng.of(seed, place).nextLong()).isNotEqualTo(Rng.of(seed, place + 1).nextLong());
    assertThat(Rng.of(seed, place).nextLong()).isNotEqualTo(Rng.of(seed + 1, place).nextLong());
  }

  @Test
  void normalNumbersHaveTheMomentsOfTheirDistribution() {
    Rng rng = Rng.of(1);
    double[] values = IntStream.range(0, 100_000).mapToDouble(i -> rng.nextNormal()).toArray();
    // Five standard deviations of each estimate: those of x, x^2 and x^4 are 1, sqrt 2, sqrt 96.
    double slack = 5 / Math.sqrt(values.length);
    assertThat(moment(values, 1)).isCloseTo(0, within(slack));
    assertThat(moment(values, 2)).isCloseTo(1, within(slack * Math.sqrt(2)));
    assertThat(moment(values, 4)).isCloseTo(3, within(slack * Math.sqrt(96)));
  }

  private static double moment(double[] values, int power) {
    return Arrays.stream(values).map(value -> Math.pow(value, power)).average().orElseThrow();
  }

  @Property(tries = 1000)
  void shuffleKeepsEveryEntry(@ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int size) {
    int[] values = IntStream.range(0, size).toArray();
    Rng.of(seed).shuffle(values);
    Arrays.sort(values);
    assertThat(values).isEqualTo(IntStream.range(0, size).toArray());
  }

  @Property(tries = 1000)
  void numbersStayInTheirRange(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
    Rng rng = Rng.of(seed);
    for (int i = 0; i < 20; i++) {
      assertThat(rng.nextInt(bound)).isBetween(0, bound - 1);
      assertThat(rng.nextDouble()).isGreaterThanOrEqualTo(0).isLessThan(1);
    }
  }
}
