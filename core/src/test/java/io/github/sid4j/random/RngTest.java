package io.github.sid4j.random;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Property
  void theSamePathGivesTheSameStreamAndAnotherDoesNot(@ForAll long seed, @ForAll long place) {
    assertThat(Rng.of(seed, place).nextLong()).isEqualTo(Rng.of(seed, place).nextLong());
    assertThat(Rng.of(seed, place).nextLong()).isNotEqualTo(Rng.of(seed, place + 1).nextLong());
    assertThat(Rng.of(seed, place).nextLong()).isNotEqualTo(Rng.of(seed + 1, place).nextLong());
  }

  @Property
  void shuffleKeepsEveryEntry(@ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int size) {
    int[] values = IntStream.range(0, size).toArray();
    Rng.of(seed).shuffle(values);
    Arrays.sort(values);
    assertThat(values).isEqualTo(IntStream.range(0, size).toArray());
  }

  @Property
  void numbersStayInTheirRange(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
    Rng rng = Rng.of(seed);
    for (int i = 0; i < 20; i++) {
      assertThat(rng.nextInt(bound)).isBetween(0, bound - 1);
      assertThat(rng.nextDouble()).isGreaterThanOrEqualTo(0).isLessThan(1);
    }
  }
}
