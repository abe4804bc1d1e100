package io.github.sid4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.DeferredDraws;
import io.github.sid4j.internal.network.ResNet18;
import io.github.sid4j.internal.network.VitTiny;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InitializerTest {
  private final Initializer init = new Initializer(1, DType.FLOAT32);

  /** torchvision: normal of variance 2 / (out k^2), no bias; batch norm begins as the identity. */
  @Test
  void convolutionsOfAResidualNetworkKeepTheSizeOfWhatPasses() {
    Layer resNet = ResNet18.of(new int[] {3, 32, 32}, init).whole();
    Map<String, Tensor> parameters = resNet.parameters().byName();
    assertThat(deviation(parameters.get("layer3.0.conv1.weight")))
        .isCloseTo(Math.sqrt(2.0 / (256 * 9)), within(2e-4));
    assertThat(deviation(parameters.get("layer2.0.downsample.0.weight")))
        .isCloseTo(Math.sqrt(2.0 / 128), within(5e-3));
    assertThat(parameters.get("layer1.0.bn1.weight").toDoubles()).containsOnly(1);
    assertThat(parameters.get("layer1.0.bn1.bias").toDoubles()).containsOnly(0);
    assertThat(resNet.buffers().byName().get("bn1.running_var").toDoubles()).containsOnly(1);
    assertThat(resNet.buffers().tensors()).noneMatch(Tensor::requiresGradient);
    assertThat(resNet.parameters().tensors()).allMatch(Tensor::requiresGradient);
  }

  @Test
  void tokensAndTheirLayersAreDrawnFromATruncatedNormal() {
    Map<String, Tensor> parameters =
        VitTiny.of(new int[] {3, 32, 32}, 1, init).whole().parameters().byName();
    double[] weights = parameters.get("blocks.0.mlp.fc1.weight").toDoubles();
    assertThat(Arrays.stream(weights).map(Math::abs).max().orElseThrow())
        .isBetween(0.0399, 0.04 + 1e-8);
    // Cut at two, the variance of a standard normal is 0.7737.
    assertThat(deviation(parameters.get("blocks.0.mlp.fc1.weight")))
        .isCloseTo(0.02 * Math.sqrt(0.7737), within(2e-4));
    assertThat(deviation(parameters.get("tokens.pos_embed"))).isBetween(0.017, 0.0182);
    assertThat(parameters.get("blocks.0.attn.qkv.bias").toDoubles()).containsOnly(0);
    assertThat(parameters.get("norm.weight").toDoubles()).containsOnly(1);
  }

  @Test
  void whatIsDrawnAfterwardsHasTheValuesOfWhatIsDrawnAtOnce() {
    DeferredDraws later = new DeferredDraws();
    Layer deferred =
        VitTiny.of(new int[] {3, 32, 32}, 1, Initializer.deferring(1, Device.CPU, later)).whole();
    Layer drawn = VitTiny.of(new int[] {3, 32, 32}, 1, init).whole();
    Map<String, Tensor> values = drawn.parameters().byName();
    Map<String, Tensor> parameters = deferred.parameters().byName();
    Tensor given = parameters.get("blocks.0.attn.qkv.weight");
    assertThat(parameters.get("blocks.0.mlp.fc1.weight").toDoubles()).containsOnly(0);
    later.drawAllBut(List.of(given));
    assertThat(given.toDoubles()).containsOnly(0);
    assertThat(given.requiresGradient()).isTrue();
    parameters.forEach(
        (name, tensor) -> {
          if (tensor != given) {
            assertThat(tensor.toDoubles()).as(name).isEqualTo(values.get(name).toDoubles());
          }
        });
  }

  private static double deviation(Tensor tensor) {
    return Math.sqrt(
        Arrays.stream(tensor.toDoubles()).map(value -> value * value).average().orElseThrow());
  }

  @Test
  void kernelsThatHandOnGiveTheFirstChannelsAsTheyAre() {
    try (Scope scope = Scope.open()) {
      Initializer init = new Initializer(1, DType.FLOAT64);
      Tensor kernels = init.identityKernels(5, 3, 3);
      double[] image = new double[3 * 4 * 4];
      for (int i = 0; i < image.length; i++) {
        image[i] = Math.sin(i);
      }
      Tensor y = new Conv2d(kernels, null, 1, 1).forward(Tensor.of(image, 1, 3, 4, 4));
      double[] given = y.reshape(-1).toDoubles();
      assertThat(Arrays.copyOf(given, image.length)).isEqualTo(image);
      double[] drawn = Arrays.copyOfRange(kernels.toDoubles(), 3 * 27, 5 * 27);
      assertThat(drawn).doesNotContain(0.0, 1.0);
      for (double weight : drawn) {
        assertThat(Math.abs(weight)).isLessThanOrEqualTo(1 / Math.sqrt(27));
      }
    }
  }
}
