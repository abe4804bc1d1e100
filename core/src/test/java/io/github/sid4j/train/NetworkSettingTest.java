package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSettingTest {
  private static final int MODULES = 2;
  private static final int CLASSES = 10;

  private static Cascade create(String network, int... shape) {
    Settings settings = Settings.parse(Map.of("network", network, "modules", "" + MODULES));
    return Networks.create(settings, shape, CLASSES, new Initializer(1, DType.FLOAT32));
  }

  @ParameterizedTest
  @CsvSource({
    "auto, 257344, 128",
    "simple-cnn, 257344, 128",
    "vgg11, 9225984, 512",
    "resnet18, 11168832, 512",
    "vit-tiny, 5360832, 192",
    "mlp, 819584, 128"
  })
  void aNetworkIsTheSharedExtractorOfTheModules(String network, long parameters, int features) {
    try (Scope scope = Scope.open()) {
      Cascade cascade = create(network, 3, 32, 32);
      assertThat(cascade.trunk().parameters().count()).isEqualTo(parameters);
      assertThat(cascade.modules().get(0).parameters().byName().get("fc1.weight").shape())
          .containsExactly(256, CLASSES + features);
      List<Belief> beliefs = cascade.beliefs(Tensor.full(0.5, DType.FLOAT32, 2, 3, 32, 32));
      assertThat(beliefs).hasSize(MODULES);
      assertThat(beliefs.get(1).probabilities().shape()).containsExactly(2, CLASSES);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vgg11, 28, images of at least 32x32",
    "resnet18, 7, images of at least 8x8",
    "vit-tiny, 30, images with sides divisible by 4"
  })
  void imagesThatANetworkCannotReadAreRefusedInOneLine(String network, int side, String expected) {
    assertThatThrownBy(() -> create(network, 1, side, side))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "network %s: expected %s, found examples of shape [1, %d, %d]; choose --network mlp",
            network, expected, side, side);
  }
}
