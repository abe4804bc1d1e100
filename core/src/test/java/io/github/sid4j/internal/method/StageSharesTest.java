package io.github.sid4j.internal.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageSharesTest {
  private static List<Double> costs(String text) {
    return Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1 1 1 1, 2, '[2, 2]'",
    "4 1 1 1, 2, '[1, 3]'",
    "1 1 1 9, 3, '[1, 2, 1]'",
    "0 0 0, 2, '[1, 2]'",
    "5, 1, '[1]'",
    "1 2 3, 3, '[1, 1, 1]'"
  })
  void theBusiestHasAsLittleAsPossible(String costs, int ranks, String counts) {
    assertThat(StageShares.balanced(costs(costs), ranks).counts()).hasToString(counts);
  }

  @Property(tries = 100)
  void allStagesAreSharedAndNobodyIsIdle(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 9) Double> costs,
      @ForAll @IntRange(min = 1, max = 12) int wanted) {
    int ranks = Math.min(wanted, costs.size());
    StageShares shares = StageShares.balanced(costs, ranks);
    assertThat(shares.counts()).hasSize(ranks).allMatch(count -> count > 0);
    assertThat(shares.to(ranks - 1)).isEqualTo(costs.size());
    assertThat(shares.from(0)).isZero();
  }
}
