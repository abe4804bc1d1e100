package io.github.sid4j.internal.model;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.network.Airbench;
import io.github.sid4j.internal.network.FrozenNorms;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.ResNet18;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.internal.network.TableFields;
import io.github.sid4j.internal.network.TableNetwork;
import io.github.sid4j.internal.network.TextCnn;
import io.github.sid4j.internal.network.TextTransformer;
import io.github.sid4j.internal.network.UnreadableShapeException;
import io.github.sid4j.internal.network.Vgg11;
import io.github.sid4j.internal.network.VitTiny;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.method.WholeNetwork;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.model.PhotoNetwork;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Optional;

/** The networks that settings name, cut into blocks or whole. */
final class BuiltInNetworks {
  private BuiltInNetworks() {}

  /**
   * The network that the settings name, as a row of blocks.
   *
   * @throws InputException if it cannot read examples of that shape
   */
  static Backbone backbone(Settings settings, int[] shape, Initializer init) {
    Backbone backbone = drawn(settings, shape, init);
    if (settings.get(ReshapeSetting.FREEZE_BATCH_NORM)) {
      backbone.blocks().forEach(block -> FrozenNorms.freeze(block.layers()));
    }
    return backbone;
  }

  private static Backbone drawn(Settings settings, int[] shape, Initializer init) {
    String network = Networks.resolve(settings, shape);
    checkTexts(settings, network);
    if (network.equals(InputNetworks.NAME)) {
      throw InputNetworks.uncut(settings);
    }
    try {
      Optional<PhotoNetwork> photo = PhotoNetwork.named(network);
      if (photo.isPresent()) {
        return photo.get().backbone(shape, init);
      }
      return switch (network) {
        case "simple-cnn" -> SimpleCnn.backbone(shape, init);
        case "vgg11" -> Vgg11.of(shape, init);
        case "resnet18" -> ResNet18.of(shape, init);
        case "airbench" -> Airbench.of(shape, init);
        case "airbench-wide" -> Airbench.wide(shape, init);
        case "vit-tiny" -> VitTiny.of(shape, settings.get(ModelSetting.DEPTH), init);
        case "text-cnn" ->
            new TextCnn(
                    settings.get(TextSetting.TOKENS),
                    settings.get(TextSetting.EMBEDDING),
                    settings.get(TextSetting.DROPOUT))
                .of(shape, init);
        case "text-transformer" ->
            new TextTransformer(
                    settings.get(TextSetting.TOKENS),
                    settings.get(TextSetting.EMBEDDING),
                    settings.get(ModelSetting.DEPTH),
                    settings.get(TextSetting.DROPOUT))
                .of(shape, init);
        case "table-mlp" -> table(settings).perceptron(shape, init);
        case "table-resnet" -> table(settings).residual(shape, init);
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

  private static TableNetwork table(Settings settings) {
    return new TableNetwork(
        TableFields.of(settings.get(TableSetting.FIELDS)),
        settings.get(TextSetting.EMBEDDING),
        settings.get(TableSetting.FREQUENCIES),
        settings.get(TableSetting.FREQUENCY_DEVIATION),
        settings.get(ModelSetting.HIDDEN),
        settings.get(ModelSetting.DEPTH),
        settings.get(TextSetting.DROPOUT));
  }

  /** To other networks the ids of tokens would be quantities. */
  private static void checkTexts(Settings settings, String network) {
    boolean texts = network.startsWith("text-") || network.equals(InputNetworks.NAME);
    if (settings.get(TextSetting.TOKENS) != Setting.AUTO && !texts) {
      throw InputException.ofSetting(
          "network", "text-cnn or text-transformer for texts", network, "choose one of these");
    }
  }

  private static InputException unreadable(String network, UnreadableShapeException e) {
    String other =
        network.startsWith("text-")
            ? "set dataset to text"
            : network.startsWith("table-")
                ? "choose another network, or csv data"
                : "choose network=mlp";
    return new InputException("network " + network, e.expected(), e.found(), other);
  }

  /**
   * The network that the settings name, as one layer, in pieces if it is to be computed so.
   *
   * @throws InputException if it cannot read examples of that shape, or has too few blocks
   */
  static WholeNetwork whole(Settings settings, int[] shape, Initializer init) {
    int features = settings.get(ModelSetting.FEATURES);
    String network = Networks.resolve(settings, shape);
    checkTexts(settings, network);
    if (network.equals(InputNetworks.NAME)) {
      return new InputNetworks(settings, shape, init).joined();
    }
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
