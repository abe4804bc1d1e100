package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static DepthBeliefs of(int[] labels, float[]... beliefs) {
    return new DepthBeliefs(labels, List.of(List.of(beliefs)));
  }

  @Test
  void theErrorIsTheMeanDistanceOfConfidenceAndAccuracyOverSamples() {
    DepthBeliefs beliefs =
        of(
            new int[] {0, 1, 0, 0},
            new float[] {0.9f, 0.1f},
            new float[] {0.9f, 0.1f},
            new float[] {0.92f, 0.08f},
            new float[] {0.4f, 0.6f});
    Reliability reliability = Reliability.of(beliefs, 0);
    // 0.6 is wrong; of three at 0.9067 on average two are right.
    assertThat(reliability.bins()).hasSize(2);
    assertThat(reliability.error()).isCloseTo((0.6 + 3 * (2.72 / 3 - 2.0 / 3)) / 4, within(1e-6));
  }

  @Test
  void certaintyIsInTheLastBin() {
    Reliability reliability = Reliability.of(of(new int[] {0}, new float[] {1, 0}), 0);
    assertThat(reliability.bins()).containsExactly(new Reliability.Bin(1, 1, 1));
    assertThat(reliability.error()).isZero();
  }
}
