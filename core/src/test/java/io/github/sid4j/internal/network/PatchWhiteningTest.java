package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.random.Rng;
import org.junit.jupiter.api.Test;

class PatchWhiteningTest {
  private static final int COUNT = 40;
  private static final int SIDE = 9;
  private static final int NUMBERS = 8; // Of a 2x2 patch in two channels.

  /** Images whose neighbours are alike, and whose channels are alike, too. */
  private static float[] images() {
    Rng rng = Rng.of(11);
    float[] images = new float[COUNT * 2 * SIDE * SIDE];
    for (int i = 0; i < COUNT; i++) {
      float last = 0;
      for (int p = 0; p < SIDE * SIDE; p++) {
        last = (float) (0.9 * last + rng.nextNormal());
        int place = i * 2 * SIDE * SIDE + p;
        images[place] = last;
        images[place + SIDE * SIDE] = (float) (0.5 * last + rng.nextNormal());
      }
    }
    return images;
  }

  private static PatchWhitening fitted(float[] images) {
    PatchWhitening layer = new PatchWhitening(2, 2, new Initializer(1, DType.FLOAT64));
    layer.fit(images, COUNT, 2, SIDE, SIDE);
    return layer;
  }

  @Test
  void whatItGivesIsUncorrelatedAndOfOneSizeOnceAsItIsAndOnceNegated() {
    try (Scope scope = Scope.open()) {
      float[] images = images();
      Tensor x = Tensor.of(images, COUNT, 2, SIDE, SIDE).to(DType.FLOAT64);
      Tensor y = fitted(images).forward(x);
      assertThat(y.shape()).containsExactly(COUNT, 2 * NUMBERS, SIDE - 1, SIDE - 1);
      Tensor rows = y.swapped(0, 1).reshape(2 * NUMBERS, -1);
      double[] products = rows.matmul(rows.transposed()).times(1.0 / rows.size(1)).toDoubles();
      for (int i = 0; i < 2 * NUMBERS; i++) {
        for (int j = 0; j < 2 * NUMBERS; j++) {
          double expected = i == j ? 1 : Math.abs(i - j) == NUMBERS ? -1 : 0;
          assertThat(products[i * 2 * NUMBERS + j]).isCloseTo(expected, within(0.01));
        }
      }
    }
  }

  @Test
  void theSameImagesGiveTheSameFiltersWhateverWasDrawn() {
    try (Scope scope = Scope.open()) {
      PatchWhitening other = new PatchWhitening(2, 2, new Initializer(2, DType.FLOAT64));
      other.fit(images(), COUNT, 2, SIDE, SIDE);
      assertThat(weight(other)).isEqualTo(weight(fitted(images())));
    }
  }

  @Test
  void onlyTheBiasIsTrained() {
    try (Scope scope = Scope.open()) {
      PatchWhitening layer = fitted(images());
      assertThat(layer.parameters().byName()).containsOnlyKeys("bias");
      assertThat(layer.buffers().byName()).containsOnlyKeys("weight");
      assertThat(layer.buffers().tensors()).noneMatch(Tensor::requiresGradient);
    }
  }

  private static byte[] weight(PatchWhitening layer) {
    return layer.buffers().byName().get("weight").toBytes();
  }
}
