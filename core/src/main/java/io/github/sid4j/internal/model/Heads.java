package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.Head;
import io.github.sid4j.internal.cascade.HeadModule;
import io.github.sid4j.internal.cascade.ResidualModule;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.network.ConvPooling;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.TextPooling;
import io.github.sid4j.internal.network.TextTransformer;
import io.github.sid4j.internal.network.TokenPooling;
import io.github.sid4j.internal.network.VisionTransformer;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.model.PhotoNetwork;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.OptionalInt;
import java.util.Set;

/** The heads of a staged network, by the words of {@link ModelSetting#HEAD}. */
public final class Heads {
  private static final String MLP = "mlp";
  private static final String CONV = "conv";
  private static final String ATTENTION = "attention";

  private static final String TEXT = "text-transformer";

  /** Networks that give vectors, or whose pooling loses nothing that a head could use. */
  private static final Set<String> POOLED =
      Set.of("mlp", "text-cnn", "table-mlp", "table-resnet", InputNetworks.NAME);

  private static final int TINY = VisionTransformer.tiny().heads();

  private final Settings settings;
  private final String kind;

  /** Heads of an attention. */
  private final int attention;

  private final int classes;
  private final Initializer init;

  private Heads(Settings settings, String kind, int attention, int classes, Initializer init) {
    this.settings = settings;
    this.kind = kind;
    this.attention = attention;
    this.classes = classes;
    this.init = init;
  }

  /**
   * Chooses the heads for a network.
   *
   * @throws InputException if they cannot read what its stages give
   */
  static Heads of(Settings settings, int[] shape, int classes, Initializer init) {
    String network = Networks.resolve(settings, shape);
    OptionalInt heads = attention(settings, network);
    boolean pooled = POOLED.contains(network);
    String best = pooled ? MLP : heads.isPresent() ? ATTENTION : CONV;
    String kind = settings.get(ModelSetting.HEAD);
    if (kind.equals("auto")) {
      kind = best;
    }
    if (!kind.equals(MLP) && !kind.equals(best)) {
      throw InputException.ofSetting(
          "head",
          (best.equals(MLP) ? MLP : MLP + " or " + best) + " for network " + network,
          kind,
          "choose one of these or auto");
    }
    return new Heads(settings, kind, heads.orElse(TINY), classes, init);
  }

  /**
   * The heads for an own network: convolutional ones where examples are images, unless the settings
   * name others.
   */
  public static Heads ofOwn(Settings settings, int[] shape, int classes, Initializer init) {
    String named = settings.get(ModelSetting.HEAD);
    String kind = named.equals("auto") ? (shape.length == 3 ? CONV : MLP) : named;
    return new Heads(settings, kind, TINY, classes, init);
  }

  /** Heads of a network's attention; empty if it has none. */
  private static OptionalInt attention(Settings settings, String network) {
    return switch (network) {
      case "vit-tiny" -> OptionalInt.of(TINY);
      case TEXT -> OptionalInt.of(TextTransformer.heads(settings.get(TextSetting.EMBEDDING)));
      default -> PhotoNetwork.named(network).map(PhotoNetwork::heads).orElse(OptionalInt.empty());
    };
  }

  /**
   * Makes the module of a stage.
   *
   * @param first whether it is the first of the cascade
   * @param last whether it is the last: it reads what the whole network gives, as it is meant
   */
  public BeliefModule module(Stage stage, boolean first, boolean last) {
    boolean residual = Residuals.has(settings, first);
    BeliefModule module = new StageModule(stage, head(stage, last, residual));
    return residual ? new ResidualModule(module, init) : module;
  }

  /** Makes a module that reads what a stage gives, and is not the first. */
  BeliefModule reader(Stage stage, boolean last) {
    boolean residual = Residuals.has(settings, /* first= */ false);
    BeliefModule module = new HeadModule(head(stage, last, residual));
    return residual ? new ResidualModule(module, init) : module;
  }

  /** Makes a module that reads a vector. */
  BeliefModule ofVector(int width, boolean first) {
    boolean residual = Residuals.has(settings, first);
    BeliefModule module = new HeadModule(head(Operation.IDENTITY, width, residual));
    return residual ? new ResidualModule(module, init) : module;
  }

  private Head head(Stage stage, boolean last, boolean residual) {
    int width = settings.get(ModelSetting.HEAD_WIDTH);
    return switch (last ? MLP : kind) {
      case CONV ->
          head(new ConvPooling(stage.width(), width, init), ConvPooling.features(width), residual);
      case ATTENTION ->
          head(
              settings.get(ModelSetting.NETWORK).equals(TEXT)
                  ? new TextPooling(stage.width(), attention, init)
                  : new TokenPooling(stage.width(), attention, init),
              TokenPooling.features(stage.width()),
              residual);
      default -> head(stage.pooling(), stage.width(), residual);
    };
  }

  private Head head(Layer pooling, int width, boolean residual) {
    int hidden = settings.get(ModelSetting.MODULE_HIDDEN);
    boolean readsBelief = settings.get(ModelSetting.BELIEF_INPUT);
    int read = readsBelief ? width + classes : width;
    return Head.of(
        pooling,
        residual
            ? Mlp.endingInZeros(read, hidden, classes, init)
            : new Mlp(read, hidden, classes, init),
        readsBelief);
  }
}
