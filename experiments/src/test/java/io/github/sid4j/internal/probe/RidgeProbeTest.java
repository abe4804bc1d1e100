package io.github.sid4j.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeProbeTest {
  private static final int SAMPLES = 200;

  private final Random random = new Random(5);

  private Tensor features(int n) {
    double[] values = random.doubles(n * 3L, -1, 1).toArray();
    return Tensor.of(values, n, 3).to(DType.FLOAT64);
  }

  /** Two numbers that are linear in the features. */
  private static Tensor linear(Tensor features) {
    double[] weights = {1, -2, 0.5, 3, 0, 1};
    return features.matmul(Tensor.of(weights, 3, 2).to(DType.FLOAT64));
  }

  @Test
  void whatIsLinearIsGivenBackOnOtherSamples() {
    try (Scope scope = Scope.open()) {
      Tensor some = features(SAMPLES);
      RidgeProbe probe = RidgeProbe.fit(some, linear(some));
      Tensor others = features(50);
      assertThat(RidgeProbe.unexplained(probe.apply(others), linear(others))).isLessThan(1e-6);
    }
  }

  @Test
  void noiseIsNotLearned() {
    try (Scope scope = Scope.open()) {
      Tensor some = features(SAMPLES);
      RidgeProbe probe = RidgeProbe.fit(some, features(SAMPLES));
      Tensor others = features(SAMPLES);
      double unexplained = RidgeProbe.unexplained(probe.apply(others), features(SAMPLES));
      assertThat(unexplained).isCloseTo(1, within(0.1));
    }
  }

  @Test
  void aFeatureThatNeverChangesDoesNoHarm() {
    try (Scope scope = Scope.open()) {
      double[] values = new double[SAMPLES * 2];
      double[] wanted = new double[SAMPLES];
      for (int i = 0; i < SAMPLES; i++) {
        values[2 * i] = 7;
        values[2 * i + 1] = i % 10;
        wanted[i] = 3.0 * (i % 10);
      }
      Tensor some = Tensor.of(values, SAMPLES, 2).to(DType.FLOAT64);
      Tensor answers = Tensor.of(wanted, SAMPLES, 1).to(DType.FLOAT64);
      RidgeProbe probe = RidgeProbe.fit(some, answers);
      assertThat(RidgeProbe.unexplained(probe.apply(some), answers)).isLessThan(1e-6);
    }
  }

  @Test
  void accuracyIsTheShareOfRowsWhoseLargestNumberIsAtTheLabel() {
    try (Scope scope = Scope.open()) {
      Tensor answers = Tensor.of(new double[] {0.1, 0.9, 0.8, 0.2, 0.4, 0.6}, 3, 2);
      assertThat(RidgeProbe.accuracy(answers, new int[] {1, 0, 0}))
          .isCloseTo(2 / 3.0, within(1e-12));
    }
  }
}
