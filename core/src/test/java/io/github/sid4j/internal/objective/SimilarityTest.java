package io.github.sid4j.internal.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Target;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.Draw;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityTest {
  private static final int BATCH = 4;
  private static final int CLASSES = 3;

  private static Target target(double smoothing) {
    return Target.of(new int[] {0, 1, 2, 1}, CLASSES, smoothing, DType.FLOAT64);
  }

  private static Tensor features(boolean images) {
    Draw draw = new Draw(2);
    return images
        ? draw.tensor(DType.FLOAT64, 1, BATCH, 5, 3, 2)
        : draw.tensor(DType.FLOAT64, 1, BATCH, 7);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itsGradientIsThatOfItsValue(boolean images) {
    try (Scope scope = Scope.open()) {
      Tensor h = features(images).requireGradient();
      Tensor loss = Similarity.loss(h, target(0));
      Tensor gradient = Autograd.gradients(loss, Tensor.full(1, DType.FLOAT64), List.of(h)).get(0);
      Differences.check(
          Map.of("h", h),
          Map.of("h", gradient.toDoubles()),
          () -> Similarity.loss(h, target(0)).item());
    }
  }

  @Test
  void pairsAreComparedByTheCosineOfWhatIsLeftWithoutTheMean() {
    try (Scope scope = Scope.open()) {
      double[] found =
          Similarity.matrix(Tensor.of(new double[] {1, 2, 3, 6, 4, 2, 5, 5, 5, 0, 0, 3}, 4, 3))
              .toDoubles();
      double[] expected = {
        1,
        -1,
        0,
        Math.sqrt(0.75), //
        -1,
        1,
        0,
        -Math.sqrt(0.75), //
        0,
        0,
        0,
        0, //
        Math.sqrt(0.75),
        -Math.sqrt(0.75),
        0,
        1
      };
      assertThat(found).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void imagesAreComparedByTheirChannelsDeviations() {
    try (Scope scope = Scope.open()) {
      Tensor images = features(true);
      double[] pixels = images.toDoubles();
      double[] deviations = new double[BATCH * 5];
      for (int i = 0; i < deviations.length; i++) {
        double mean = 0;
        for (int j = 0; j < 6; j++) {
          mean += pixels[6 * i + j] / 6;
        }
        for (int j = 0; j < 6; j++) {
          deviations[i] += (pixels[6 * i + j] - mean) * (pixels[6 * i + j] - mean) / 5;
        }
        deviations[i] = Math.sqrt(deviations[i]);
      }
      assertThat(Similarity.matrix(images).toDoubles())
          .containsExactly(
              Similarity.matrix(Tensor.of(deviations, BATCH, 5)).toDoubles(), within(1e-12));
    }
  }

  @Test
  void theBestFeaturesAreTheLabelsHoweverSmoothedScaledOrMoved() {
    try (Scope scope = Scope.open()) {
      Tensor moved = target(0).distribution().times(7).inPlace().plus(3.0).tensor();
      assertThat(Similarity.loss(moved, target(0)).item()).isLessThan(1e-20);
      assertThat(Similarity.loss(features(false), target(0.3)).item())
          .isCloseTo(Similarity.loss(features(false), target(0)).item(), within(1e-12));
    }
  }

  @Test
  void deadFeaturesHaveFiniteGradients() {
    try (Scope scope = Scope.open()) {
      for (long[] shape : new long[][] {{BATCH, 3}, {BATCH, 3, 2, 2}}) {
        Tensor h = Tensor.full(0, DType.FLOAT32, shape).requireGradient();
        Target target = Target.of(new int[] {0, 1, 2, 1}, CLASSES, 0, DType.FLOAT32);
        Tensor loss = Similarity.loss(h, target);
        assertThat(
                Autograd.gradients(loss, Tensor.full(1, DType.FLOAT32), List.of(h))
                    .get(0)
                    .isFinite())
            .isTrue();
      }
    }
  }
}
