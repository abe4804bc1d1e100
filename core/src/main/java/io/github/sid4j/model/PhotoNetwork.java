package io.github.sid4j.model;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.EfficientNetLite0;
import io.github.sid4j.internal.network.ImageNetResNet;
import io.github.sid4j.internal.network.NumberCount;
import io.github.sid4j.internal.network.UnreadableShapeException;
import io.github.sid4j.internal.network.VisionTransformer;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Initializer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Networks for photos in their public form, for which others publish weights. Their tensors have
 * the names of timm and torchvision.
 *
 * <p>Constants, safe for several threads.
 */
public enum PhotoNetwork {
  /** EfficientNet-Lite0 as TensorFlow pads it. */
  EFFICIENTNET_LITE0("efficientnet-lite0", "classifier", 0),

  /** ResNet-18 with a 7x7 convolution and a pooling first. */
  RESNET18_IMAGENET("resnet18-imagenet", "fc", 0),

  /** ResNet-50 with a 7x7 convolution and a pooling first. */
  RESNET50("resnet50", "fc", 0),

  /** The tiny vision transformer with patches of 16x16. */
  VIT_TINY_16("vit-tiny-16", "head", VisionTransformer.tiny().heads()),

  /** The small vision transformer with patches of 16x16. */
  VIT_SMALL_16("vit-small-16", "head", VisionTransformer.small().heads());

  private static final int SHOWN_CHANNELS = 3;
  private static final int LEAST_SIDE = 32;

  private final String wireName;
  private final String classifier;
  private final int heads;

  PhotoNetwork(String wireName, String classifier, int heads) {
    this.wireName = wireName;
    this.classifier = classifier;
    this.heads = heads;
  }

  /**
   * Finds a network by its name.
   *
   * @param wireName any word
   * @return empty if it names none of these
   */
  public static Optional<PhotoNetwork> named(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }

  /**
   * Finds the network that an architecture of timm is, computation and all: others have the same
   * names and shapes of tensors and compute something else.
   *
   * @param architecture as timm calls it, without a tag
   * @return empty if it is none of these
   */
  public static Optional<PhotoNetwork> ofArchitecture(String architecture) {
    return Arrays.stream(values())
        .filter(one -> one.architectures().contains(architecture))
        .findFirst();
  }

  private List<String> architectures() {
    return switch (this) {
      case EFFICIENTNET_LITE0 -> List.of("tf_efficientnet_lite0");
      case RESNET18_IMAGENET -> List.of("resnet18");
      case RESNET50 -> List.of("resnet50");
      case VIT_TINY_16 ->
          List.of("vit_tiny_patch16_224", "vit_tiny_patch16_384", "deit_tiny_patch16_224");
      case VIT_SMALL_16 ->
          List.of("vit_small_patch16_224", "vit_small_patch16_384", "deit_small_patch16_224");
    };
  }

  /**
   * All architectures of timm that are one of these networks.
   *
   * @return in the order of the networks
   */
  public static List<String> allArchitectures() {
    return Arrays.stream(values()).flatMap(one -> one.architectures().stream()).toList();
  }

  /**
   * Its name in files and flags.
   *
   * @return a word of {@code network}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * What its last layer is called in public files; it is no part of the backbone.
   *
   * @return a name without dots
   */
  public String classifier() {
    return classifier;
  }

  /**
   * How many heads its attention has.
   *
   * @return empty if it is no transformer
   */
  public OptionalInt heads() {
    return heads == 0 ? OptionalInt.empty() : OptionalInt.of(heads);
  }

  /**
   * Makes the network with drawn parameters.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return cut at every block
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public Backbone backbone(int[] shape, Initializer init) {
    return switch (this) {
      case EFFICIENTNET_LITE0 -> EfficientNetLite0.of(shape, init);
      case RESNET18_IMAGENET -> ImageNetResNet.resNet18(shape, init);
      case RESNET50 -> ImageNetResNet.resNet50(shape, init);
      case VIT_TINY_16 -> VisionTransformer.tiny().of(shape, init);
      case VIT_SMALL_16 -> VisionTransformer.small().of(shape, init);
    };
  }

  /**
   * How many parameters it has with a classifier.
   *
   * @param size side of its colour images in pixels
   * @param classes of the classifier
   * @return for the network in its public form
   */
  public long parameters(int size, int classes) {
    return counted(
        size, backbone -> backbone.whole().parameters().count() + last(backbone, classes));
  }

  /**
   * How many multiplications, each with its addition, an image takes.
   *
   * @param size side of its colour images in pixels
   * @param classes of the classifier
   * @return of convolutions, linear layers and attention
   */
  public long multiplications(int size, int classes) {
    // Costs of convolutions are those for each pixel of the image.
    double unit = heads == 0 ? (double) size * size : 1;
    return counted(
        size,
        backbone ->
            Math.round(unit * backbone.blocks().stream().mapToDouble(Block::cost).sum())
                + (long) backbone.features() * classes);
  }

  private static long last(Backbone backbone, int classes) {
    return (backbone.features() + 1L) * classes;
  }

  /** Whether tensors have the names and shapes of this network, whatever the images' size. */
  public boolean fits(Map<String, long[]> shapes) {
    return counted(
        LEAST_SIDE,
        backbone ->
            backbone
                .whole()
                .parameters()
                .and(backbone.whole().buffers())
                .byName()
                .entrySet()
                .stream()
                .allMatch(entry -> fits(entry.getKey(), entry.getValue(), shapes)));
  }

  private static boolean fits(String name, Tensor tensor, Map<String, long[]> shapes) {
    long[] found = shapes.get(name.replaceFirst("^tokens\\.", ""));
    return found != null && (name.endsWith("pos_embed") || Arrays.equals(found, tensor.shape()));
  }

  private <T> T counted(int size, Function<Backbone, T> asked) {
    try (NumberCount count = new NumberCount(Long.MAX_VALUE, Long.MAX_VALUE)) {
      int[] shape = {SHOWN_CHANNELS, size, size};
      return asked.apply(backbone(shape, Initializer.counting(count)));
    }
  }
}
