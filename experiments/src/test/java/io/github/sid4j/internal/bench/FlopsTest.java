package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class FlopsTest {
  private final Initializer init = new Initializer(1, DType.FLOAT32);

  private List<BeliefModule> modules(int count, int classes, int features, int hidden) {
    return IntStream.range(0, count)
        .<BeliefModule>mapToObj(i -> new MlpModule(classes, features, hidden, init))
        .toList();
  }

  private Cascade classifier(Layer network, int features) {
    return new Cascade(network, List.of(new ClassifierModule(10, features, init)), 10);
  }

  private Cascade create(List<Integer> image, Map<String, String> settings) {
    int[] shape = image.stream().mapToInt(Integer::intValue).toArray();
    return Cascades.create(Settings.parse(settings), shape, 10, init);
  }

  @Test
  void ofTwoLinearLayersAndOneModuleAreThoseCountedByHand() {
    // 4 samples. Extractor 6 -> 8 -> 5: 48 + 40 products; module 3 + 5 -> 7 -> 3: 56 + 21.
    Cascade cascade = new Cascade(new Mlp(6, 8, 5, init), modules(1, 3, 5, 7), 3);
    long forward = 2 * (48 + 40 + 56 + 21);
    long ofWeights = 2 * (48 + 40 + 56 + 21);
    long ofInputs = 2 * (40 + 56 + 21);
    assertThat(Flops.ofStep(cascade, List.of(1, 2, 3), 4, true))
        .isEqualTo(4 * (forward + ofWeights + ofInputs));
  }

  @Test
  void ofTheAuthorsNetworkOnCifarAreThoseCountedByHand() {
    Cascade cascade = new Cascade(new SimpleCnn(3, 128, init), modules(10, 10, 128, 256), 10);
    long conv1 = 32L * 32 * 9 * 3 * 32;
    long conv2 = 32L * 32 * 9 * 32 * 64;
    long conv3 = 16L * 16 * 9 * 64 * 128;
    long conv4 = 16L * 16 * 9 * 128 * 128;
    long fc = 128L * 128;
    long module = 138L * 256 + 256L * 10;
    long products = conv1 + conv2 + conv3 + conv4 + fc + 10 * module;
    assertThat(Flops.ofStep(cascade, List.of(3, 32, 32), 128, true))
        .isEqualTo(128 * (6 * products - 2 * conv1))
        .isEqualTo(58_738_606_080L);
  }

  @Test
  void ofAResidualBlockAreThoseOfItsConvolutionsAlsoBesideThem() {
    // 4x6 pixels become 2x3: 3 -> 5 channels by 3x3 and, beside, by 1x1, then 5 -> 5 by 3x3.
    long first = 2 * 3 * (9 * 3 * 5 + 3 * 5);
    long second = 2 * 3 * 9 * 5 * 5;
    Layer network =
        Sequential.empty()
            .then("block", new ResidualBlock(3, 5, 2, init))
            .then("pool", Operation.GLOBAL_AVERAGE);
    assertThat(Flops.ofStep(classifier(network, 5), List.of(3, 4, 6), 7, false))
        .isEqualTo(7 * (6 * (first + second + 5 * 10) - 2 * first));
  }

  @Test
  void ofAWholeResNetAreThoseCountedByHand() {
    Map<String, String> whole =
        Map.of("network", "resnet18", "topology", "whole", "method", "backprop");
    long stem = 32L * 32 * 9 * 3 * 64;
    long layer1 = 32L * 32 * 9 * 4 * 64 * 64;
    // Layer by layer: twice the channels in a quarter of the pixels, and a 1x1 beside the first.
    long layer2 = 16L * 16 * (9L * (64 * 128 + 3 * 128 * 128) + 64 * 128);
    long layer3 = 8L * 8 * (9L * (128 * 256 + 3 * 256 * 256) + 128 * 256);
    long layer4 = 4L * 4 * (9L * (256 * 512 + 3 * 512 * 512) + 256 * 512);
    long products = stem + layer1 + layer2 + layer3 + layer4 + 512 * 10;
    assertThat(products).isEqualTo(555_422_720L);
    assertThat(Flops.ofStep(create(List.of(3, 32, 32), whole), List.of(3, 32, 32), 2, false))
        .isEqualTo(2 * (6 * products - 2 * stem));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void behindACutNoGradientOfTheInputIsCounted(boolean decoupled) {
    // Of 3x8x8, widths 200, 200, 200 and 4 in two stages of two layers.
    Cascade cascade =
        create(
            List.of(3, 8, 8),
            Map.ofEntries(
                Map.entry("network", "mlp"),
                Map.entry("hidden", "200"),
                Map.entry("features", "4"),
                Map.entry("module-hidden", "7"),
                Map.entry("topology", "staged"),
                Map.entry("stages", "2")));
    long fc1 = 192 * 200;
    long fc2 = 200 * 200;
    long rest = 200 * 200 + 200 * 4;
    // Cut behind the second layer: 78,400 products before it and 40,800 behind.
    long heads = (10 + 200 + 10) * 7 + (10 + 4 + 10) * 7;
    long products = fc1 + fc2 + rest + heads;
    long constant = fc1 + (decoupled ? 200 * 200 : 0);
    assertThat(Flops.ofStep(cascade, List.of(3, 8, 8), 3, decoupled))
        .isEqualTo(3 * (6 * products - 2 * constant));
  }

  @Test
  void ofConvolutionalHeadsAreThoseCountedByHand() {
    Map<String, String> staged =
        Map.of("network", "vgg11", "topology", "staged", "stages", "8", "head-width", "6");
    Cascade cascade = create(List.of(3, 32, 32), staged);
    int[] channels = {3, 64, 128, 256, 256, 512, 512, 512, 512};
    int[] sides = {32, 16, 8, 8, 4, 4, 2, 2};
    int[] after = {16, 8, 8, 4, 4, 2, 2, 1};
    long products = 0;
    long constant = 0;
    for (int i = 0; i < 8; i++) {
      long conv = 9L * sides[i] * sides[i] * channels[i] * channels[i + 1];
      products += conv;
      constant += conv;
      // A convolution over at most 8x8, pooling down to 2x2 at most, another; then the numbers of
      // 2x2 and the belief before.
      long side = Math.min(8, after[i]);
      long pooled = side > 2 ? side / 2 : side;
      products +=
          i < 7
              ? 9 * (side * side * channels[i + 1] * 6 + pooled * pooled * 6 * 6)
                  + (10 + 24 + 10) * 256
              : (10 + 512 + 10) * 256;
    }
    assertThat(Flops.ofStep(cascade, List.of(3, 32, 32), 1, true))
        .isEqualTo(6 * products - 2 * constant);
  }

  @Test
  void ofATransformerAndClassAttentionAreThoseCountedByHand() {
    Map<String, String> staged =
        Map.of("network", "vit-tiny", "depth", "2", "topology", "staged", "stages", "2");
    // 8x12 pixels are 6 patches of 4x4, and 7 tokens with that of the class.
    long patches = 6L * 16 * 3 * 192;
    long block = 7L * 12 * 192 * 192 + 2L * 7 * 7 * 192;
    // The class token asks once, taken back through the keys; each of 3 heads meets all tokens and
    // gathers them, and values are given once.
    long attention = 3 * 192L * 192 + 2L * 3 * 7 * 192;
    long heads = attention + (10 + 2 * 192 + 10) * 256 + (10 + 192 + 10) * 256;
    long products = patches + 2 * block + heads;
    Cascade cascade = create(List.of(3, 8, 12), staged);
    // A block begins with a norm, whose parameters need the gradient that its own input does not.
    assertThat(Flops.ofStep(cascade, List.of(3, 8, 12), 5, true))
        .isEqualTo(5 * (6 * products - 2 * patches));
  }
}
