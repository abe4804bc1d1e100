package io.github.sid4j.settings;

import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.DefaultOverrides;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.internal.settings.NetworkRecipes;
import io.github.sid4j.internal.settings.Recipes;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one rule by which defaults follow data set, method, network and recipe. */
final class RecipeRule {
  private RecipeRule() {}

  /**
   * What is put over the defaults of the table. Later ones win: those of the data set, of the
   * network's recipe, of the method, of a recipe that was named. Batches that follow the size of
   * the data set win over those of the network's recipe, unless it is one for texts.
   *
   * @param named settings with these names
   * @param network that is trained; {@code auto} for one that has no recipe
   * @return texts by setting
   */
  static Map<String, String> texts(Settings named, String network) {
    Map<String, String> sized = DefaultOverrides.of(named.get(DataSetting.DATASET));
    Map<String, String> texts = new LinkedHashMap<>(sized);
    String word = named.get(ModelSetting.RECIPE);
    Map<String, String> recipe = new LinkedHashMap<>();
    boolean byRule = word.equals(Recipes.AUTO);
    (byRule ? Recipes.ofNetwork(named, network) : Recipes.named(word))
        .ifPresent(found -> recipe.putAll(found.besides(named.givenTexts())));
    if (byRule) {
      // It comes with the network, which another data set or weights may still decide.
      recipe.remove(ModelSetting.NETWORK.name());
      texts.putAll(recipe);
      if (NetworkRecipes.of(network).isPresent()) {
        texts.putAll(sized);
      }
    }
    MethodCatalog.find(named.get(ModelSetting.METHOD))
        .ifPresent(facts -> texts.putAll(facts.defaults()));
    if (!byRule) {
      texts.putAll(recipe);
    }
    return texts;
  }
}
