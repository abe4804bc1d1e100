package io.github.sid4j.model;

import io.github.sid4j.error.InputException;
import io.github.sid4j.method.WholeNetwork;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Mlp;
import io.github.sid4j.network.ResNet18;
import io.github.sid4j.network.SimpleCnn;
import io.github.sid4j.network.UnreadableShapeException;
import io.github.sid4j.network.Vgg11;
import io.github.sid4j.network.VitTiny;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.ReshapeSetting;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * The networks to choose from, and the built-in ones by the names of {@link ModelSetting#NETWORK}.
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
   * @return {@code simple-cnn} or {@code mlp}, or the network that the settings name
   */
  public static String resolve(Settings settings, int[] shape) {
    String network = settings.get(ModelSetting.NETWORK);
    if (!network.equals("auto")) {
      return network;
    }
    boolean large =
        shape.length == 3 && shape[1] >= SMALLEST_CONVOLVED && shape[2] >= SMALLEST_CONVOLVED;
    return large ? "simple-cnn" : "mlp";
  }

  /**
   * The network that the settings name, as a row of blocks.
   *
   * @throws InputException if it cannot read examples of that shape
   */
  static Backbone backbone(Settings settings, int[] shape, Initializer init) {
    String network = resolve(settings, shape);
    try {
      return switch (network) {
        case "simple-cnn" -> SimpleCnn.backbone(shape, init);
        case "vgg11" -> Vgg11.of(shape, init);
        case "resnet18" -> ResNet18.of(shape, init);
        case "vit-tiny" -> VitTiny.of(shape, settings.get(ModelSetting.DEPTH), init);
        default -> {
          int hidden = settings.get(ModelSetting.HIDDEN);
          int features = settings.get(ModelSetting.FEATURES);
          yield Mlp.backbone(
              InputTensors.numbers(shape), List.of(hidden, hidden, hidden, features), init);
        }
      };
    } catch (UnreadableShapeException e) {
      throw unreadable(network, e);
    }
  }

  private static InputException unreadable(String network, UnreadableShapeException e) {
    return new InputException("network " + network, e.expected(), e.found(), "choose network=mlp");
  }

  /**
   * The network that the settings name, as one layer, in pieces if it is to be computed so.
   *
   * @throws InputException if it cannot read examples of that shape, or has too few blocks
   */
  static WholeNetwork whole(Settings settings, int[] shape, Initializer init) {
    int features = settings.get(ModelSetting.FEATURES);
    String network = resolve(settings, shape);
    if (network.equals("mlp")) {
      int hidden = settings.get(ModelSetting.HIDDEN);
      return new WholeNetwork(
          new Mlp(InputTensors.numbers(shape), hidden, features, init), features);
    }
    if (network.equals("simple-cnn")) {
      int pieces = pieces(settings, SimpleCnn.PIECES);
      Cutting.checkStages(pieces, SimpleCnn.PIECES);
      try {
        return new WholeNetwork(SimpleCnn.of(shape, features, pieces, init), features);
      } catch (UnreadableShapeException e) {
        throw unreadable(network, e);
      }
    }
    Backbone backbone = backbone(settings, shape, init);
    int pieces = pieces(settings, backbone.blocks().size());
    Cutting.checkStages(pieces, backbone.blocks().size());
    return new WholeNetwork(backbone.whole(pieces), backbone.features());
  }

  /** In how many pieces a method takes a network that has so many blocks. */
  private static int pieces(Settings settings, int blocks) {
    MethodFacts method = settings.method();
    if (method.has(MethodTrait.PIECE_PER_STAGE)) {
      return settings.get(ModelSetting.STAGES);
    }
    // What is not trained is computed with the memory of a block.
    boolean frozen = !settings.get(ReshapeSetting.FROZEN).equals("none");
    return frozen || method.has(MethodTrait.PIECE_PER_BLOCK) ? blocks : 1;
  }
}
