package io.github.sid4j.internal.settings;

import io.github.sid4j.internal.settings.Recipe.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All recipes, and the rule by which a network has one where nobody names any. */
public final class Recipes {
  /** By the rule. */
  public static final String AUTO = "auto";

  /** The table's defaults. */
  public static final String NONE = "none";

  private static final String PAPER = "Jordan 2024, arXiv 2404.00498";
  private static final String MUON = "airbench94_muon, Jordan 2024";
  private static final String PORT = "port of airbench94_muon to CIFAR-100";

  private static final Recipe AIRBENCH94 =
      new Recipe(
          "airbench94",
          "CIFAR-10 in ten epochs by SGD, 94 % in the paper",
          with(
              images(PAPER, "0.2"),
              new Choice("network", "airbench", PAPER),
              new Choice("epochs", "10", PAPER + ", 9.9 there"),
              new Choice("batch", "1000", PAPER + ", 1024 there; 1000 divides 45,000"),
              new Choice("optimizer", "sgd", PAPER),
              new Choice("lr", "11.5", PAPER),
              new Choice("lr-unit", "1024-samples", PAPER),
              new Choice("bias-lr-factor", "64", PAPER + ", of norms alone there"),
              new Choice("momentum", "0.85", PAPER),
              new Choice("nesterov", "true", PAPER),
              new Choice("weight-decay", "0.0153", PAPER),
              new Choice("schedule", "triangular", PAPER),
              new Choice("schedule-start", "0.2", PAPER),
              new Choice("schedule-peak", "0.23", PAPER),
              new Choice("schedule-end", "0.07", PAPER),
              new Choice("lookahead", "5", PAPER)));

  private static final Recipe AIRBENCH94_MUON =
      new Recipe(
          "airbench94-muon",
          "CIFAR-10 in eight epochs by Muon, 94 % in the script",
          with(
              muon(MUON, "0.24"),
              new Choice("network", "airbench", MUON),
              new Choice("epochs", "8", MUON),
              new Choice("batch", "1500", MUON + ", 2000 there; 1500 divides 45,000")));

  private static final Recipe AIRBENCH_CIFAR100 =
      new Recipe(
          "airbench-cifar100",
          "CIFAR-100 in twelve epochs by Muon, 71.7 % in the port",
          with(
              muon(PORT, "0.32"),
              new Choice("network", "airbench-wide", PORT),
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
              new Choice("network", "text-cnn", KIM),
              new Choice("dropout", "0.5", KIM),
              new Choice("batch", "50", KIM),
              new Choice("lr", "0.001", USUAL),
              new Choice("ema", "0.99", TRIED)));

  private static final Recipe TEXT_TRANSFORMER =
      new Recipe(
          "text-transformer",
          "texts, by a small transformer",
          List.of(
              new Choice("network", "text-transformer", USUAL),
              new Choice("depth", "2", USUAL),
              new Choice("dropout", "0.3", USUAL),
              new Choice("batch", "50", USUAL),
              new Choice("lr", "0.001", USUAL),
              new Choice("ema", "0.99", USUAL)));

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
        new Choice("rest-lr", "0.67", source),
        new Choice("bias-lr-factor", "0.079", source + ", as 0.053 of 0.67"),
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
    return List.of(AIRBENCH94, AIRBENCH94_MUON, AIRBENCH_CIFAR100, TEXT_CNN, TEXT_TRANSFORMER);
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
   * @param word of the setting {@code recipe}
   * @param network as it was named
   * @return empty for the table's defaults
   */
  public static Optional<Recipe> of(String word, String network) {
    String name = word.equals(AUTO) ? ofNetwork(network) : word;
    return all().stream().filter(recipe -> recipe.name().equals(name)).findFirst();
  }

  private static String ofNetwork(String network) {
    return switch (network) {
      case "airbench" -> AIRBENCH94_MUON.name();
      case "airbench-wide" -> AIRBENCH_CIFAR100.name();
      case "text-cnn" -> TEXT_CNN.name();
      case "text-transformer" -> TEXT_TRANSFORMER.name();
      default -> NONE;
    };
  }
}
