package io.github.sid4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.SimpleCnn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
  @ParameterizedTest
  @CsvSource({"3, 257344", "1, 256768"})
  void theAuthorsExtractorHasTheParametersOfTheirs(int channels, long expected) {
    SimpleCnn cnn = new SimpleCnn(channels, 128, init(1));
    assertThat(cnn.parameters().count()).isEqualTo(expected);
    assertThat(cnn.parameters().byName().keySet())
        .containsExactly(
            "conv1.weight",
            "conv1.bias",
            "conv2.weight",
            "conv2.bias",
            "conv3.weight",
            "conv3.bias",
            "conv4.weight",
            "conv4.bias",
            "fc.weight",
            "fc.bias");
    assertThat(shapes(cnn.parameters()))
        .containsExactly(
            "[32, " + channels + ", 3, 3]",
            "[32]",
            "[64, 32, 3, 3]",
            "[64]",
            "[128, 64, 3, 3]",
            "[128]",
            "[128, 128, 3, 3]",
            "[128]",
            "[128, 128]",
            "[128]");
  }

  @ParameterizedTest
  @CsvSource({"10, 38154", "100, 84324"})
  void theAuthorsModuleHasTheParametersOfTheirs(int classes, long expected) {
    MlpModule module = new MlpModule(classes, 128, 256, init(1));
    assertThat(module.parameters().count()).isEqualTo(expected);
    assertThat(module.parameters().byName().keySet())
        .containsExactly("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias");
    assertThat(shapes(module.parameters()))
        .containsExactly(
            "[256, " + (128 + classes) + "]",
            "[256]",
            "[" + classes + ", 256]",
            "[" + classes + "]");
  }

  @Test
  void parametersAreTheSameTensorsAtEveryCallAndRequireGradients() {
    SimpleCnn cnn = new SimpleCnn(3, 8, init(1));
    List<Tensor> first = cnn.parameters().tensors();
    List<Tensor> second = cnn.parameters().tensors();
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).isSameAs(first.get(i));
      assertThat(first.get(i).requiresGradient()).isTrue();
    }
  }

  /** PyTorch's default: uniform in plus or minus 1 / sqrt(fan-in), for weights and biases. */
  @Test
  void firstValuesFillTheirBounds() {
    SimpleCnn cnn = new SimpleCnn(3, 128, init(5));
    Map<String, Integer> fanIns =
        Map.of("conv1", 27, "conv2", 288, "conv3", 576, "conv4", 1152, "fc", 128);
    fanIns.forEach(
        (layer, fanIn) -> {
          double bound = 1 / Math.sqrt(fanIn);
          assertFills(cnn.parameters().byName().get(layer + ".weight"), bound, 0.99);
          assertFills(cnn.parameters().byName().get(layer + ".bias"), bound, 0.6);
        });
  }

  @Test
  void firstValuesDependOnSeedAndPlaceAlone() {
    byte[] first = bytes(new SimpleCnn(3, 8, init(6)));
    assertThat(bytes(new SimpleCnn(3, 8, init(6)))).isEqualTo(first);
    assertThat(bytes(new SimpleCnn(3, 8, init(7)))).isNotEqualTo(first);

    Initializer one = init(6);
    Linear linear = new Linear(4, 4, one);
    Linear next = new Linear(4, 4, one);
    assertThat(bytes(next)).as("each tensor has a stream of its own").isNotEqualTo(bytes(linear));
    Initializer other = init(6);
    Linear narrower = new Linear(2, 3, other);
    assertThat(narrower.parameters().count()).isEqualTo(9);
    assertThat(bytes(new Linear(4, 4, other)))
        .as("the size of what was drawn before does not matter")
        .isEqualTo(bytes(next));
  }

  @Test
  void doublePrecisionDrawsTheSameNumbers() {
    double[] single = new Linear(5, 5, init(8)).parameters().tensors().get(0).toDoubles();
    double[] doubled =
        new Linear(5, 5, new Initializer(8, DType.FLOAT64))
            .parameters()
            .tensors()
            .get(0)
            .toDoubles();
    assertThat(single).containsExactly(doubled, within(1e-7));
  }

  @Test
  void anExtractorGivesFeaturesForEachSampleOfABatch() {
    try (Scope scope = Scope.open()) {
      Tensor images = Tensor.full(0.5, DType.FLOAT32, 2, 3, 9, 4);
      assertThat(new SimpleCnn(3, 7, init(1)).forward(images).shape()).containsExactly(2, 7);
      assertThat(new Mlp(108, 6, 5, init(1)).forward(images).shape()).containsExactly(2, 5);
    }
  }

  @Test
  void anMlpRefusesSamplesOfAnotherSizeAlsoWhereTheNumbersWouldMakeOtherRows() {
    try (Scope scope = Scope.open()) {
      Tensor images = Tensor.full(0.5, DType.FLOAT32, 2, 3, 2, 2);
      assertThatThrownBy(() -> new Mlp(8, 6, 5, init(1)).forward(images))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("an MLP expected samples of 8 numbers, found [2, 3, 2, 2]");
    }
  }

  private static void assertFills(Tensor values, double bound, double share) {
    double[] numbers = values.toDoubles();
    double slack = bound * 1e-6;
    assertThat(Arrays.stream(numbers).max().orElseThrow()).isBetween(share * bound, bound + slack);
    assertThat(Arrays.stream(numbers).min().orElseThrow())
        .isBetween(-bound - slack, -share * bound);
    assertThat(Arrays.stream(numbers).average().orElseThrow())
        .isCloseTo(0, within(4 * bound / Math.sqrt(3.0 * numbers.length)));
  }

  private static List<String> shapes(Parameters parameters) {
    return parameters.tensors().stream().map(tensor -> Arrays.toString(tensor.shape())).toList();
  }

  private static byte[] bytes(Parameterized part) {
    var all = new java.io.ByteArrayOutputStream();
    part.parameters().tensors().forEach(tensor -> all.writeBytes(tensor.toBytes()));
    return all.toByteArray();
  }

  private static Initializer init(long seed) {
    return new Initializer(seed, DType.FLOAT32);
  }
}
