package io.github.sid4j.internal.settings;

import io.github.sid4j.internal.settings.Recipe.Choice;
import java.util.List;
import java.util.Optional;

/**
 * The recipes that networks have by default. Each has the name of its network. They leave {@code
 * epochs} to the size of the data, and change no images: what does not hurt depends on the data.
 */
public final class NetworkRecipes {
  private static final String NAME = "its name";
  private static final String FOUND = "validation, docs/results/default-recipes";
  private static final String WARM = "a rise, as a share of runs of any length";

  private static final Recipe SIMPLE_CNN =
      new Recipe(
          "simple-cnn",
          "images, by the authors' network, which has no norms",
          List.of(
              new Choice("network", "simple-cnn", NAME),
              new Choice("batch", "64", FOUND),
              new Choice("optimizer", "muon", FOUND),
              new Choice("lr", "0.03", FOUND),
              new Choice("schedule", "triangular", FOUND)));

  private static final Recipe VIT_TINY =
      new Recipe(
          "vit-tiny",
          "images, by a small vision transformer",
          List.of(
              new Choice("network", "vit-tiny", NAME),
              new Choice("optimizer", "adamw", "docs/results/vit-tiny-stages"),
              new Choice("lr", "0.001", "docs/results/vit-tiny-stages"),
              new Choice("weight-decay", "0.05", "docs/results/vit-tiny-stages"),
              new Choice("schedule", "triangular", WARM)));

  private static final String TABLES = "validation of Adult, docs/results/tables";
  private static final String USUAL = "a usual value, not tuned";

  private static final Recipe MULTIMODAL =
      new Recipe(
          "multimodal",
          "samples of several inputs, a module for each",
          List.of(
              new Choice("network", "multimodal", NAME),
              new Choice("topology", "staged", "each module reads its own input"),
              new Choice("optimizer", "adamw", USUAL),
              new Choice("lr", "0.001", USUAL),
              new Choice("weight-decay", "0.01", USUAL),
              new Choice("ema", "0.99", USUAL)));

  private static final List<Recipe> ALL =
      List.of(
          SIMPLE_CNN,
          ofNorms("resnet18", "images, by ResNet-18", "docs/results/resnet18-stages"),
          ofNorms("vgg11", "images, by VGG-11", "docs/results/vgg11-stages"),
          VIT_TINY,
          ofTables("table-mlp", "tables, by layers behind embeddings of numbers", "3"),
          ofTables("table-resnet", "tables, by residual blocks behind such embeddings", "2"),
          MULTIMODAL);

  private NetworkRecipes() {}

  /** For networks with batch norm, at one rate whatever the batch is. */
  private static Recipe ofNorms(String network, String purpose, String results) {
    return new Recipe(
        network,
        purpose,
        List.of(
            new Choice("network", network, NAME),
            new Choice("optimizer", "sgd", results),
            new Choice("nesterov", "true", "a usual value, not tuned"),
            new Choice("lr", "4.4", results + ", 0.05 a step of 128 there"),
            new Choice("lr-unit", "1024-samples", "small data has small batches"),
            new Choice("weight-decay", "0.0022", results + ", 0.0005 a step of 128 there"),
            new Choice("schedule", "triangular", WARM)));
  }

  /** For tables. */
  private static Recipe ofTables(String network, String purpose, String depth) {
    return new Recipe(
        network,
        purpose,
        List.of(
            new Choice("network", network, NAME),
            new Choice("depth", depth, USUAL),
            new Choice("embedding", "16", USUAL),
            new Choice("frequency-deviation", "2", TABLES + ", of 0.1, 0.5, 1 and 2"),
            new Choice("dropout", "0.1", USUAL),
            new Choice("optimizer", "adamw", USUAL),
            new Choice("lr", "0.001", USUAL),
            new Choice("weight-decay", "0.01", USUAL),
            new Choice("ema", "0.99", USUAL)));
  }

  /** In the order in which they are listed. */
  static List<Recipe> all() {
    return ALL;
  }

  /**
   * The recipe of a network.
   *
   * @param network its name
   * @return empty if it has none here
   */
  public static Optional<Recipe> of(String network) {
    return ALL.stream().filter(recipe -> recipe.name().equals(network)).findFirst();
  }
}
