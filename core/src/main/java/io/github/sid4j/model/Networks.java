package io.github.sid4j.model;

import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.settings.MultimodalSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.Optional;

/**
 * The networks to choose from, and the built-in ones by the names of {@link ModelSetting#NETWORK}.
 *
 * <p>All methods are safe for several threads.
 */
public final class Networks {
  private static final int SMALLEST_CONVOLVED = 16;

  private Networks() {}

  /**
   * A network that suits the shape of the data.
   *
   * @return {@link #simpleCnn} for images of at least 16 x 16, else an mlp
   */
  public static NetworkChoice auto() {
    return NetworkChoice.of("auto");
  }

  /**
   * A fully connected network.
   *
   * @param hidden width of its hidden layers, at least 1
   * @param features width of its last layer, which modules read, at least 1
   * @return the choice
   */
  public static NetworkChoice mlp(int hidden, int features) {
    return new NetworkChoice(
        "mlp", Optional.of(hidden), Optional.of(features), Optional.empty(), Optional.empty());
  }

  /**
   * A small convolutional network.
   *
   * @return the choice
   */
  public static NetworkChoice simpleCnn() {
    return NetworkChoice.of("simple-cnn");
  }

  /**
   * VGG-11 with batch norm.
   *
   * @return the choice
   */
  public static NetworkChoice vgg11() {
    return NetworkChoice.of("vgg11");
  }

  /**
   * ResNet-18 for small images.
   *
   * @return the choice
   */
  public static NetworkChoice resnet18() {
    return NetworkChoice.of("resnet18");
  }

  /**
   * The network of airbench: six convolutions behind a whitening of patches that is not trained.
   *
   * @return the choice
   */
  public static NetworkChoice airbench() {
    return NetworkChoice.of("airbench");
  }

  /**
   * The same with half as many channels again, for a hundred classes.
   *
   * @return the choice
   */
  public static NetworkChoice airbenchWide() {
    return NetworkChoice.of("airbench-wide");
  }

  /**
   * A small vision transformer.
   *
   * @param depth its blocks, at least 1
   * @return the choice
   */
  public static NetworkChoice vitTiny(int depth) {
    return new NetworkChoice(
        "vit-tiny", Optional.empty(), Optional.empty(), Optional.of(depth), Optional.empty());
  }

  /**
   * The convolutional network for texts.
   *
   * @return the choice
   */
  public static NetworkChoice textCnn() {
    return NetworkChoice.of("text-cnn");
  }

  /**
   * A small transformer for texts.
   *
   * @param depth its blocks, at least 1
   * @return the choice
   */
  public static NetworkChoice textTransformer(int depth) {
    return new NetworkChoice(
        "text-transformer",
        Optional.empty(),
        Optional.empty(),
        Optional.of(depth),
        Optional.empty());
  }

  /**
   * A network for samples of several inputs: in stages a module for each, else all of them joined.
   *
   * @return the choice
   */
  public static NetworkChoice multimodal() {
    return NetworkChoice.of("multimodal");
  }

  /**
   * A network for photos in its public form.
   *
   * @param network which
   * @return the choice
   */
  public static NetworkChoice photo(PhotoNetwork network) {
    return NetworkChoice.of(network.wireName());
  }

  /**
   * An own network that is one layer, with a multilayer perceptron as each module.
   *
   * @param network makes it; it cannot be cut into stages
   * @param features width of what it gives, at least 1
   * @return the choice
   */
  public static NetworkChoice own(ExtractorFactory network, int features) {
    return NetworkChoice.own(OwnNetworks.of(network, features));
  }

  /**
   * An own network that can be cut into stages.
   *
   * @param network makes it
   * @return the choice
   */
  public static NetworkChoice own(BackboneFactory network) {
    return NetworkChoice.own(OwnNetworks.of(network));
  }

  /**
   * What makes the cascades of the networks that settings name, for a program that trains by itself
   * or not at all.
   *
   * @return safe for several threads
   */
  public static CascadeFactory builtIn() {
    return Cascades::create;
  }

  /**
   * An own cascade: extractor and modules.
   *
   * @param factory makes it
   * @return the choice
   */
  public static NetworkChoice own(CascadeFactory factory) {
    return NetworkChoice.own(factory);
  }

  /**
   * What {@code auto} stands for with examples of a shape.
   *
   * @param settings of the run
   * @param shape of one example
   * @return {@code simple-cnn}, {@code text-cnn}, {@code multimodal} or {@code mlp}, or the network
   *     that the settings name
   */
  public static String resolve(Settings settings, int[] shape) {
    String network = settings.get(ModelSetting.NETWORK);
    if (!network.equals("auto")) {
      return network;
    }
    if (!settings.get(MultimodalSetting.INPUTS).isEmpty()) {
      return "multimodal";
    }
    if (settings.get(TextSetting.TOKENS) != Setting.AUTO) {
      return "text-cnn";
    }
    boolean large =
        shape.length == 3 && shape[1] >= SMALLEST_CONVOLVED && shape[2] >= SMALLEST_CONVOLVED;
    return large ? "simple-cnn" : "mlp";
  }
}
