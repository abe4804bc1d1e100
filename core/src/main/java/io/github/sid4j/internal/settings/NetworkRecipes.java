package io.github.sid4j.internal.settings;

import io.github.sid4j.internal.settings.Recipe.Choice;
import java.util.List;
import java.util.Optional;

/**
 * The recipes that networks have by default. Each has the name of its network. They leave {@code
 * batch} and {@code epochs} to the rule of the data's size, and change no images: what does not
 * hurt depends on the data.
 */
public final class NetworkRecipes {
  private static final String FOUND = "validation, docs/results/default-recipes";

  private static final List<Recipe> ALL =
      List.of(
          muon("simple-cnn", "images, by the authors' network", "0.02"),
          muon("resnet18", "images, by ResNet-18", "0.02"),
          muon("vgg11", "images, by VGG-11", "0.02"),
          muon("vit-tiny", "images, by a small vision transformer", "0.02"));

  private NetworkRecipes() {}

  private static Recipe muon(String network, String purpose, String rate) {
    return new Recipe(
        network,
        purpose,
        List.of(
            new Choice("network", network, "its name"),
            new Choice("optimizer", "muon", FOUND),
            new Choice("lr", rate, FOUND),
            new Choice("schedule", "triangular", FOUND)));
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
