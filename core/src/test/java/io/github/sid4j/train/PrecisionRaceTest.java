package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.internal.train.PrecisionChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionRaceTest {
  private final List<Precision> taken = new ArrayList<>();

  /** Runs a race in which bfloat16 takes these seconds, after its first step, and fp32 one. */
  private PrecisionChoice race(double... seconds) {
    int[] next = {-1};
    return PrecisionRace.run(
        precision -> {
          taken.add(precision);
          if (precision == Precision.FP32) {
            return 1;
          }
          next[0]++;
          return next[0] == 0 ? 100 : seconds[next[0] - 1];
        });
  }

  @Test
  void bfloat16IsTakenWhereItsFastestStepIsClearlyFaster() {
    PrecisionChoice choice = race(0.6, 0.5, 0.7);
    assertThat(choice.precision()).isEqualTo(Precision.BF16);
    assertThat(choice.reason()).isEqualTo(PrecisionChoice.Reason.MEASURED);
    assertThat(choice.seconds())
        .containsEntry(Precision.BF16, 0.5)
        .containsEntry(Precision.FP32, 1.0);
  }

  @Test
  void oneStepThatOtherWorkSlowsDecidesNothing() {
    assertThat(race(0.5, 1.2, 0.5).precision()).isEqualTo(Precision.BF16);
    assertThat(race(0.95, 1.2, 0.91).precision()).isEqualTo(Precision.FP32);
  }

  @Test
  void aRaceInWhichBfloat16IsFarSlowerEndsEarly() {
    assertThat(race(1.5).precision()).isEqualTo(Precision.FP32);
    assertThat(taken).hasSize(4);
  }

  @Test
  void eachIsFirstInEveryOtherRound() {
    race(0.5, 0.5, 0.5);
    assertThat(taken)
        .containsExactly(
            Precision.FP32,
            Precision.BF16,
            Precision.FP32,
            Precision.BF16,
            Precision.BF16,
            Precision.FP32,
            Precision.FP32,
            Precision.BF16);
  }
}
