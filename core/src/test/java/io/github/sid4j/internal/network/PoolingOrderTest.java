package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.random.Rng;
import io.github.sid4j.testkit.Draw;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks have their ReLU behind the pooling, published ones before it. */
class PoolingOrderTest {
  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"MAX_POOL", "MAX_POOL_3X3"})
  void reluBehindPoolingGivesTheBitsOfReluBeforeIt(Operation pooling) {
    Sequential before =
        Sequential.empty().then("relu", Operation.RELU_IN_PLACE).then("pool", pooling);
    Sequential behind =
        Sequential.empty().then("pool", pooling).then("relu", Operation.RELU_IN_PLACE);
    try (Scope scope = Scope.open()) {
      // Few values, so that windows have several largest ones, and zeros. Of a zero the sign may be
      // another: a negative one is a largest number of its own before ReLU.
      Rng rng = Rng.of(5);
      float[] values = new float[4 * 3 * 9 * 9];
      for (int i = 0; i < values.length; i++) {
        values[i] = (rng.nextInt(5) - 2) * 0.5f;
      }
      float[][] first = outputAndGradient(before, values);
      float[][] second = outputAndGradient(behind, values);
      assertThat(second[0]).isEqualTo(first[0]);
      assertThat(second[1]).isEqualTo(first[1]).contains(0f).doesNotContain(Float.NaN);
      assertThat(Arrays.equals(second[1], new float[second[1].length])).isFalse();
    }
  }

  private static float[][] outputAndGradient(Sequential layers, float[] values) {
    Tensor x = Tensor.of(values, 4, 3, 9, 9).requireGradient();
    // A leaf may not be changed in place.
    Tensor y = layers.forward(x.times(1));
    Tensor seed = new Draw(3).tensor(DType.FLOAT32, 1, y.shape());
    Tensor gradient = Autograd.gradients(y, seed, List.of(x)).get(0);
    return new float[][] {y.toFloats(), gradient.toFloats()};
  }
}
