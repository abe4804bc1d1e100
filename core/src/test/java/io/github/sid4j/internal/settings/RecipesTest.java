package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipesTest {
  static List<Recipe> recipes() {
    return Recipes.all();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aRecipeGivesItsValuesAndFlagsWinOverThem(Recipe recipe) {
    Settings settings = Settings.parse(Map.of("recipe", recipe.name()));
    assertThat(settings.toMap()).containsAllEntriesOf(recipe.texts());
    Settings changed = Settings.parse(Map.of("recipe", recipe.name(), "epochs", "3"));
    assertThat(changed.get(TrainingSetting.EPOCHS)).isEqualTo(3);
    assertThat(changed.text(TrainingSetting.LR)).isEqualTo(recipe.texts().get("lr"));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void whatWasStoredIsReadBackAlike(Recipe recipe) {
    Settings settings = Settings.parse(Map.of("recipe", recipe.name(), "lookahead", "0"));
    assertThat(Settings.parse(settings.toMap())).isEqualTo(settings);
  }

  @Test
  void theRuleGivesANetworkItsRecipeAndOthersTheTablesDefaults() {
    assertThat(Settings.parse(Map.of("network", "airbench")).get(TrainingSetting.OPTIMIZER))
        .isEqualTo("muon");
    Map<String, String> plain =
        new HashMap<>(Settings.parse(Map.of("network", "airbench", "recipe", "none")).toMap());
    assertThat(plain.remove("network")).isEqualTo("airbench");
    assertThat(plain.remove("recipe")).isEqualTo("none");
    assertThat(plain.remove("batch")).isEqualTo("32"); // Of the digits.
    assertThat(Settings.defaults().toMap()).containsAllEntriesOf(plain);
    assertThat(Settings.parse(Map.of("network", "resnet50")).get(TrainingSetting.OPTIMIZER))
        .isEqualTo("adam");
  }

  @Test
  void theFlagsOfARunNameItsRecipeAndItsNetwork() {
    Settings settings = Settings.parse(Map.of("recipe", "airbench94", "epochs", "7"));
    assertThat(Flags.of(settings))
        .containsSubsequence("--network", "airbench", "--recipe", "airbench94", "--epochs", "7")
        .doesNotContain("--lr", "--optimizer");
    assertThat(settings.get(ModelSetting.NETWORK)).isEqualTo("airbench");
  }
}
