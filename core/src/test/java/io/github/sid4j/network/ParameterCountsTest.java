package io.github.sid4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.DType;
import io.github.sid4j.internal.network.Airbench;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.NumberCount;
import io.github.sid4j.internal.network.ResNet18;
import io.github.sid4j.internal.network.Row;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.internal.network.Vgg11;
import io.github.sid4j.internal.network.VisionTransformer;
import io.github.sid4j.internal.network.VitTiny;
import io.github.sid4j.model.PhotoNetwork;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The backbones against what is published about them. */
@Tag("slow")
class ParameterCountsTest {
  private static final int[] CIFAR = {3, 32, 32};
  private static final int[] PHOTO = {3, 224, 224};

  private final Initializer init = new Initializer(1, DType.FLOAT32);

  /** What a linear classifier behind features has. */
  private static long classifier(int features, int classes) {
    return (long) features * classes + classes;
  }

  /**
   * 9,231,114 with a linear classifier of 10 classes: the VGG11 of kuangliu/pytorch-cifar on
   * GitHub. Without it 9,225,984, as the part {@code features} of torchvision's vgg11_bn:
   * convolutions 9,220,480, batch norm 2 x 2,752.
   */
  @Test
  void vgg11() {
    Backbone vgg = Vgg11.of(CIFAR, init);
    assertThat(vgg.whole().parameters().count()).isEqualTo(9_225_984);
    assertThat(vgg.whole().parameters().count() + classifier(vgg.features(), 10))
        .isEqualTo(9_231_114);
    assertThat(vgg.whole().buffers().count()).isEqualTo(2 * 2_752);
    assertThat(vgg.blocks()).hasSize(8);
    assertThat(vgg.whole().parameters().byName().keySet())
        .hasSize(32)
        .startsWith("features.0.weight", "features.0.bias", "features.1.weight")
        .contains("features.4.weight", "features.8.weight", "features.11.weight")
        .endsWith("features.25.bias", "features.26.weight", "features.26.bias");
  }

  /** 1,972,792 numbers with a classifier without biases, of which 288 are whitening filters. */
  @Test
  void airbench() {
    Backbone airbench = Airbench.of(CIFAR, init);
    int convolutions = 9 * (24 * 64 + 64 * 64 + 64 * 256 + 3 * 256 * 256);
    int shifts = 24 + 2 * 64 + 4 * 256;
    assertThat(airbench.whole().parameters().count()).isEqualTo(convolutions + shifts);
    assertThat(airbench.features()).isEqualTo(256);
    assertThat(airbench.blocks()).hasSize(6);
    assertThat(Airbench.wide(CIFAR, init).features()).isEqualTo(384);
  }

  /** 11,173,962 with 10 classes: the ResNet18 of kuangliu/pytorch-cifar on GitHub. */
  @Test
  void resNet18() {
    Backbone resNet = ResNet18.of(CIFAR, init);
    assertThat(resNet.whole().parameters().count()).isEqualTo(11_168_832);
    assertThat(resNet.whole().parameters().count() + classifier(resNet.features(), 10))
        .isEqualTo(11_173_962);
    assertThat(resNet.blocks()).hasSize(9);
    assertThat(resNet.whole().parameters().byName().keySet())
        .hasSize(60)
        .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "layer1.0.conv1.weight")
        .contains("layer2.0.downsample.0.weight", "layer4.1.bn2.bias");
    assertThat(resNet.whole().buffers().byName().keySet())
        .hasSize(40)
        .contains("bn1.running_mean", "layer2.0.downsample.1.running_var");
  }

  /**
   * 5,717,416 with patches of 16x16, images of 3x224x224 and 1,000 classes: DeiT-Ti in Touvron et
   * al., table 1 (5M), to the last one in timm's deit_tiny_patch16_224. For CIFAR the patches have
   * 192 (48 + 1) numbers instead of 192 (768 + 1), the places 192 x 65 instead of 192 x 197.
   */
  @Test
  void vitTiny() {
    Backbone large = VisionTransformer.tiny().of(PHOTO, init);
    assertThat(large.whole().parameters().count() + classifier(large.features(), 1_000))
        .isEqualTo(5_717_416);
    Backbone vit = VitTiny.of(CIFAR, 12, init);
    assertThat(vit.whole().parameters().count())
        .isEqualTo(5_717_416 - 193_000 - 192 * (720 + 132))
        .isEqualTo(5_360_832);
    assertThat(VitTiny.of(new int[] {3, 64, 64}, 12, init).whole().parameters().count())
        .isEqualTo(5_360_832 + 192 * 48 * 3);
    assertThat(vit.blocks()).hasSize(12);
    assertThat(vit.whole().parameters().byName().keySet())
        .hasSize(2 + 2 + 12 * 12 + 2)
        .startsWith("patch_embed.proj.weight", "patch_embed.proj.bias")
        .contains("tokens.cls_token", "tokens.pos_embed", "blocks.0.attn.qkv.weight")
        .contains("blocks.11.mlp.fc2.bias")
        .endsWith("norm.weight", "norm.bias");
  }

  /**
   * What timm and torchvision count with their classifiers of 1,000 classes, and how many tensors
   * their files have without the counters of batch norm.
   */
  @ParameterizedTest
  @CsvSource({
    "EFFICIENTNET_LITE0, 4_652_008, 247, 18",
    "RESNET18_IMAGENET, 11_689_512, 102, 9",
    "RESNET50, 25_557_032, 267, 17",
    "VIT_TINY_16, 5_717_416, 152, 12",
    "VIT_SMALL_16, 22_050_664, 152, 12"
  })
  void photoNetworks(PhotoNetwork network, String parameters, int tensors, int blocks) {
    try (NumberCount count = new NumberCount(Long.MAX_VALUE, Long.MAX_VALUE)) {
      Backbone backbone = network.backbone(PHOTO, Initializer.counting(count));
      Row whole = backbone.whole();
      assertThat(whole.parameters().count() + classifier(backbone.features(), 1_000))
          .isEqualTo(Long.parseLong(parameters.replace("_", "")));
      assertThat(whole.parameters().tensors().size() + whole.buffers().tensors().size() + 2)
          .isEqualTo(tensors);
      assertThat(backbone.blocks()).hasSize(blocks);
    }
  }

  @Test
  void aVisionTransformerIsAsDeepAsOneLikes() {
    Backbone deep = VitTiny.of(new int[] {1, 8, 8}, 30, init);
    assertThat(deep.blocks()).hasSize(30);
    // A block: qkv, proj, fc1, fc2 with their biases, and two norms.
    long block = 111_168 + 37_056 + 148_224 + 147_648 + 768;
    assertThat(deep.whole().parameters().count())
        .isEqualTo(192 * 17 + 192 + 192 * 5 + 30 * block + 384);
  }

  @Test
  void simpleCnnWithoutItsLinearLayer() {
    Backbone cnn = SimpleCnn.backbone(CIFAR, init);
    assertThat(cnn.whole().parameters().count()).isEqualTo(257_344 - classifier(128, 128));
    assertThat(cnn.features()).isEqualTo(128);
  }

  @Test
  void mlp() {
    Backbone mlp = Mlp.backbone(12, List.of(7, 5, 4), init);
    assertThat(mlp.whole().parameters().count()).isEqualTo(13 * 7 + 8 * 5 + 6 * 4);
    assertThat(mlp.features()).isEqualTo(4);
    assertThat(mlp.blocks()).hasSize(3);
  }
}
