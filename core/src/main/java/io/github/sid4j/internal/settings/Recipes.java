package io.github.sid4j.internal.settings;

import io.github.sid4j.internal.settings.Recipe.Choice;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All recipes, and the rule by which a network has one where nobody names any. */
public final class Recipes {
  /** By the rule. */
  public static final String AUTO = "auto";

  /** The table's defaults. */
  public static final String NONE = "none";

  private static final String NETWORK = "network";

  private static final String PAPER = "Jordan 2024, arXiv 2404.00498";
  private static final String MUON = "airbench94_muon, Jordan 2024";
  private static final String PORT = "port of airbench94_muon to CIFAR-100";

  /** Rates of the paper are for its own last layer, whose features are small. */
  private static final String HEADS = "validation, docs/results/airbench";

  /** There a rate is for the sum of the losses of a batch, and momentum multiplies it by 7.67. */
  private static final String SUMMED = ", by the sum of losses there: ";

  private static final Recipe AIRBENCH94 =
      new Recipe(
          "airbench94",
          "CIFAR-10 in ten epochs by SGD, 94 % in the paper",
          with(
              images(PAPER, "0.2"),
              new Choice(NETWORK, "airbench", PAPER),
              new Choice("epochs", "10", PAPER + ", 9.9 there"),
              new Choice("batch", "1000", PAPER + ", 1024 there; 1000 divides 45,000"),
              new Choice("optimizer", "sgd", PAPER),
              new Choice("lr", "11.5", PAPER),
              new Choice("lr-unit", "1024-samples", PAPER),
              new Choice("norm-bias-lr-factor", "64", PAPER),
              new Choice("momentum", "0.85", PAPER),
              new Choice("nesterov", "true", PAPER),
              new Choice("weight-decay", "0.0153", PAPER),
              new Choice("schedule", "triangular", PAPER),
              new Choice("schedule-start", "0.2", PAPER),
              new Choice("schedule-peak", "0.23", PAPER),
              new Choice("schedule-end", "0.07", PAPER),
              new Choice("head-optimizer", "muon", HEADS),
              new Choice("head-lr", "0.1", HEADS),
              new Choice("lookahead", "5", PAPER)));

  private static final Recipe AIRBENCH94_MUON =
      new Recipe(
          "airbench94-muon",
          "CIFAR-10 in eight epochs by Muon, 94 % in the script",
          with(
              muon(MUON, "0.24"),
              new Choice(NETWORK, "airbench", MUON),
              new Choice("epochs", "8", MUON),
              new Choice("batch", "1500", MUON + ", 2000 there; 1500 divides 45,000")));

  private static final Recipe AIRBENCH_CIFAR100 =
      new Recipe(
          "airbench-cifar100",
          "CIFAR-100 in twelve epochs by Muon, 71.7 % in the port",
          with(
              muon(PORT, "0.32"),
              new Choice(NETWORK, "airbench-wide", PORT),
              new Choice("epochs", "12", PORT),
              new Choice("batch", "1500", PORT),
              new Choice("label-smoothing", "0.25", PORT)));

  private static final String KIM = "Kim 2014, arXiv 1408.5882";
  private static final String USUAL = "a usual value, not tuned";
  private static final String TRIED = "the validation part of SST-2, one run";

  private static final Recipe TEXT_CNN =
      new Recipe(
          "text-cnn",
          "texts of a sentence or a few",
          List.of(
              new Choice(NETWORK, "text-cnn", KIM),
              new Choice("embedding", "300", KIM),
              new Choice("dropout", "0.5", KIM),
              new Choice("batch", "50", KIM),
              new Choice("lr", "0.001", USUAL),
              new Choice("ema", "0.99", TRIED)));

  private static final Recipe TEXT_TRANSFORMER =
      new Recipe(
          "text-transformer",
          "texts, by a small transformer",
          List.of(
              new Choice(NETWORK, "text-transformer", USUAL),
              new Choice("depth", "2", USUAL),
              new Choice("dropout", "0.3", USUAL),
              new Choice("batch", "50", USUAL),
              new Choice("lr", "0.001", USUAL),
              new Choice("ema", "0.99", USUAL)));

  private static final List<Recipe> PUBLISHED =
      List.of(AIRBENCH94, AIRBENCH94_MUON, AIRBENCH_CIFAR100, TEXT_CNN, TEXT_TRANSFORMER);

  private Recipes() {}

  private static List<Choice> images(String source, String smoothing) {
    return List.of(
        new Choice("label-smoothing", smoothing, source),
        new Choice("augment", "reflect-flip", source),
        new Choice("flip", "alternating", source),
        new Choice("tta", "mirror-shift", source));
  }

  private static List<Choice> muon(String source, String rate) {
    return with(
        images(source, "0.2"),
        new Choice("optimizer", "muon", source),
        new Choice("lr", rate, source),
        new Choice("momentum", "0.6", source),
        new Choice("fixed-norm", "true", source),
        new Choice("rest-optimizer", "sgd", source),
        new Choice("lr-unit", "1024-samples", source),
        new Choice("rest-lr", "6.5", source + SUMMED + "0.67 for features / 256"),
        new Choice("norm-bias-lr-factor", "64", source + SUMMED + "0.053"),
        new Choice("weight-decay", "0.0157", source + SUMMED + "2e-6"),
        new Choice("head-optimizer", "muon", HEADS),
        new Choice("head-lr", "0.1", HEADS),
        new Choice("schedule", "triangular", source),
        new Choice("schedule-peak", "0", source),
        new Choice("schedule-end", "0", source));
  }

  /** Of two choices for one setting the later one holds. */
  private static List<Choice> with(List<Choice> first, Choice... more) {
    List<Choice> all = new ArrayList<>(first);
    for (Choice choice : more) {
      all.removeIf(before -> before.setting().equals(choice.setting()));
      all.add(choice);
    }
    return all;
  }

  /** In the order in which they are listed. */
  public static List<Recipe> all() {
    List<Recipe> all = new ArrayList<>(NetworkRecipes.all());
    all.addAll(PUBLISHED);
    return all;
  }

  /** The words of the setting {@code recipe}. */
  public static ChoiceType words() {
    List<String> words = new ArrayList<>(List.of(AUTO, NONE));
    all().forEach(recipe -> words.add(recipe.name()));
    return new ChoiceType(List.copyOf(words));
  }

  /**
   * The recipe that holds.
   *
   * @param settings of a run
   * @param network that they train, in place of {@code auto}
   * @return empty for the table's defaults
   */
  public static Optional<Recipe> of(Settings settings, String network) {
    String word = settings.get(ModelSetting.RECIPE);
    return word.equals(AUTO) ? ofNetwork(settings, network) : named(word);
  }

  /**
   * The recipe of a name.
   *
   * @param word of the setting {@code recipe}
   * @return empty for {@code none} and {@code auto}
   */
  public static Optional<Recipe> named(String word) {
    return all().stream().filter(recipe -> recipe.name().equals(word)).findFirst();
  }

  /**
   * The recipe by the rule.
   *
   * @param settings with the method, and the weights to begin with
   * @param network that they train
   * @return empty if the network has none, or none for this method or for weights that were trained
   */
  public static Optional<Recipe> ofNetwork(Settings settings, String network) {
    return switch (network) {
      case "airbench" -> Optional.of(AIRBENCH94_MUON);
      case "airbench-wide" -> Optional.of(AIRBENCH_CIFAR100);
      case "text-cnn" -> Optional.of(TEXT_CNN);
      case "text-transformer" -> Optional.of(TEXT_TRANSFORMER);
      default -> suits(settings) ? NetworkRecipes.of(network) : Optional.empty();
    };
  }

  /**
   * Whether the data has to be read before the rule has its network.
   *
   * @param settings of a run
   */
  public static boolean waitForData(Settings settings) {
    return settings.get(ModelSetting.RECIPE).equals(AUTO)
        && DefaultOverrides.network(settings).equals(ModelSetting.NETWORK.defaultValue())
        && suits(settings);
  }

  /** What the recipes say that the rule may choose once the data is read. */
  public static Set<String> saidOnceDataIsRead() {
    return NetworkRecipes.all().stream()
        .flatMap(recipe -> recipe.texts().keySet().stream())
        .filter(setting -> !setting.equals(NETWORK))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether gradients of losses at outputs train a network from its beginning: what was found by
   * validation was found for that.
   */
  private static boolean suits(Settings settings) {
    boolean byGradients =
        MethodCatalog.find(settings.get(ModelSetting.METHOD))
            .filter(
                facts ->
                    facts.has(MethodTrait.LOSS_OF_EACH_MODULE) || facts.has(MethodTrait.ONE_LOSS))
            .isPresent();
    return byGradients && settings.get(ReshapeSetting.PRETRAINED).isEmpty();
  }
}
