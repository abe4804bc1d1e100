package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.model.Networks;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkRecipesTest {
  private static Settings parse(String... namesAndValues) {
    Map<String, String> texts = new HashMap<>(Map.of("dataset", "cifar10"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      texts.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Settings.parse(texts);
  }

  @Provide
  Arbitrary<Recipe> recipes() {
    return Arbitraries.of(NetworkRecipes.all());
  }

  @Property(tries = 100)
  void everyRecipeSuitsItsNetworkWhateverTopologyAndMethodOfTheRuleThereIs(
      @ForAll("recipes") Recipe recipe, @ForAll("ways") List<String> way, @ForAll boolean isNamed) {
    Settings settings =
        parse(
            "network", recipe.name(),
            "recipe", isNamed ? recipe.name() : "auto",
            "method", way.get(0),
            "topology", way.get(1),
            "accumulate", way.get(2));
    Map<String, String> expected = new HashMap<>(recipe.texts());
    expected.replace("topology", way.get(1)); // What is given wins.
    assertThat(settings.check().toMap()).containsAllEntriesOf(expected);
    assertThat(Recipes.of(settings, recipe.name())).contains(recipe);
  }

  @Provide
  Arbitrary<List<String>> ways() {
    return Arbitraries.of(
        List.of("sid", "shared", "1"),
        List.of("sid", "staged", "2"),
        List.of("backprop", "shared", "4"),
        List.of("backprop", "staged", "1"),
        List.of("backprop", "whole", "1"),
        List.of("deep-supervision", "shared", "1"),
        List.of("dgl", "staged", "1"),
        List.of("checkpointed-backprop", "whole", "1"));
  }

  @Test
  void theRuleKnowsTheNetworkOfAPublishedDataSetBeforeItIsRead() {
    for (DatasetInfo info : DatasetInfo.catalogue()) {
      Settings settings = Settings.defaults().with(DataSetting.DATASET, info.name());
      if (!info.shape().isEmpty()) {
        int[] shape = info.shape().stream().mapToInt(Integer::intValue).toArray();
        assertThat(DefaultOverrides.network(settings)).isEqualTo(Networks.resolve(settings, shape));
      }
    }
  }

  @Test
  void weightsThatWereTrainedAreTrainedByTheTable() {
    Settings settings = parse("network", "resnet18", "pretrained", "weights.safetensors");
    assertThat(settings.get(TrainingSetting.OPTIMIZER)).isEqualTo("adam");
  }

  @Test
  void ofARecipesOptimizerNothingHoldsForAnother() {
    Settings adam = parse("optimizer", "adam");
    assertThat(adam.get(TrainingSetting.LR)).isEqualTo(TrainingSetting.LR.defaultValue());
    assertThat(adam.get(TrainingSetting.SCHEDULE)).isEqualTo("triangular");
    Settings same = parse("optimizer", "muon", "momentum", "0.5");
    assertThat(same.get(TrainingSetting.LR)).isNotEqualTo(TrainingSetting.LR.defaultValue());
    Settings published = parse("recipe", "airbench94", "network", "airbench", "optimizer", "adam");
    assertThat(published.get(TrainingSetting.LR)).isEqualTo(0.001);
    assertThat(published.text(TrainingSetting.LR_UNIT)).isEqualTo("step");
  }

  @ParameterizedTest
  @CsvSource({"schedule,cosine,cosine", "warmup,1,constant", "schedule,triangular,triangular"})
  void ofARecipesScheduleNothingHoldsForAnother(String setting, String value, String schedule) {
    Settings settings = parse(setting, value);
    assertThat(settings.get(TrainingSetting.SCHEDULE)).isEqualTo(schedule);
    assertThat(settings.get(TrainingSetting.OPTIMIZER)).isEqualTo("muon");
  }

  @Test
  void theDataMayDecideTheNetworkAndSoTheRecipe() {
    Settings folder = parse("dataset", "folder", "data", "d", "lr", "0.3");
    assertThat(folder.get(TrainingSetting.OPTIMIZER)).isEqualTo("adam");
    Settings images = folder.forNetwork("simple-cnn");
    assertThat(images.get(TrainingSetting.OPTIMIZER)).isEqualTo("muon");
    assertThat(images.get(TrainingSetting.LR)).isEqualTo(0.3);
    assertThat(images.get(ModelSetting.NETWORK)).isEqualTo("auto");
    assertThat(images.isGiven(TrainingSetting.OPTIMIZER)).isFalse();
    assertThat(images.check().text(TrainingSetting.BATCH)).isEqualTo("auto");
    assertThat(folder.decidedAs(images)).isEqualTo(images);
    assertThat(folder.with(ModelSetting.RECIPE, "none").forNetwork("simple-cnn"))
        .isEqualTo(folder.with(ModelSetting.RECIPE, "none"));
  }

  @ParameterizedTest
  @CsvSource({
    "cifar10,64,20",
    "mnist,64,20",
    "digits,32,20",
    "folder,auto,auto",
    "webdataset,auto,auto",
    "parquet,auto,auto"
  })
  void theSizeOfTheDataWinsOverTheBatchOfARecipe(String dataset, String batch, String epochs) {
    Settings settings = parse("dataset", dataset, "data", "d", "network", "simple-cnn");
    assertThat(settings.text(TrainingSetting.BATCH)).isEqualTo(batch);
    assertThat(settings.text(TrainingSetting.EPOCHS)).isEqualTo(epochs);
    assertThat(settings.get(TrainingSetting.OPTIMIZER)).isEqualTo("muon");
    Settings late = parse("dataset", dataset, "data", "d").forNetwork("simple-cnn");
    assertThat(late.text(TrainingSetting.BATCH)).isEqualTo(batch);
  }

  @Test
  void aRecipeThatIsNamedBringsItsBatch() {
    Settings settings = parse("dataset", "digits", "recipe", "simple-cnn");
    assertThat(settings.get(TrainingSetting.BATCH)).isEqualTo(64);
  }

  @Test
  void aNetworkOfOnesOwnHasNoRecipe() {
    Settings own = parse().forNetwork("auto");
    assertThat(own).isEqualTo(parse("recipe", "none").with(ModelSetting.RECIPE, "auto"));
  }

  @Test
  void theFlagsOfARunNameWhatOnlyItsDataDecided() {
    Settings given = parse("dataset", "folder", "data", "d", "optimizer", "adam");
    assertThat(Flags.of(given.forNetwork("simple-cnn")))
        .containsSubsequence("--optimizer", "adam", "--lr", "0.001", "--schedule", "triangular");
    assertThat(Flags.of(parse())).doesNotContain("--optimizer", "--lr", "--schedule");
  }
}
