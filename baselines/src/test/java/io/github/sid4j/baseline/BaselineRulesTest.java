package io.github.sid4j.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.AnsweringModules;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineRulesTest {
  @ParameterizedTest
  @CsvSource({
    "local-signals, staged",
    "feedback-alignment, whole",
    "direct-feedback-alignment, whole",
    "dni, whole",
    "hsic, whole",
    "noprop, shared",
    "noprop-simplified, shared",
    "forward-forward, staged",
    "equilibrium-propagation, whole"
  })
  void aMethodBringsTheTopologyThatItIsDefinedOn(String method, String topology) {
    Settings settings = Settings.parse(Map.of("method", method));
    assertThat(settings.get(ModelSetting.TOPOLOGY)).isEqualTo(topology);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local-signals",
        "feedback-alignment",
        "direct-feedback-alignment",
        "dni",
        "hsic",
        "noprop",
        "noprop-simplified",
        "forward-forward",
        "equilibrium-propagation"
      })
  void aMethodWithOtherGradientsHasNoRecipeOfItsNetwork(String method) {
    Settings none =
        Settings.parse(Map.of("method", method, "dataset", "cifar10", "recipe", "none"));
    assertThat(Settings.parse(Map.of("method", method, "dataset", "cifar10")))
        .isEqualTo(none.with(ModelSetting.RECIPE, "auto"));
  }

  @ParameterizedTest
  @CsvSource({
    "method=local-signals topology=whole, 'topology: expected staged with method local-signals, found"
        + " whole; leave it out'",
    "method=local-signals topology=shared, topology: expected staged with method local-signals",
    "method=local-signals belief-input=true, belief-input: expected false with method",
    "method=local-signals network=vit-tiny, 'network: expected one of vectors or images with"
        + " method local-signals, found vit-tiny; choose another'",
    "method=local-signals head=conv, 'head: expected auto, a linear classifier, with method"
        + " local-signals, found conv; leave it out'",
    "method=feedback-alignment topology=staged, 'topology: expected whole with method feedback-alignment,"
        + " found staged; leave it out'",
    "method=dni class-weights=balanced, class-weights: expected none with method dni, found balanced",
    "method=dni topology=shared, topology: expected whole with method dni, found shared; leave it out",
    "method=dni stages=1, stages: expected at least 2 with method dni, found 1; choose more",
    "method=dni network=vit-tiny, network: expected one of vectors or images with method dni",
    "method=hsic topology=staged, topology: expected whole with method hsic, found staged; leave it out",
    "method=hsic hsic-sigma=0, hsic-sigma: expected a number above 0",
    "method=noprop topology=staged, topology: expected shared with method noprop, found staged; leave it"
        + " out",
    "method=noprop-simplified topology=whole, topology: expected shared with method noprop-simplified",
    "method=noprop-simplified modules=1, 'modules: expected at least 2 with method"
        + " noprop-simplified, found 1; choose more'",
    "method=forward-forward network=vgg11, 'network: expected mlp with method forward-forward,"
        + " found vgg11; leave it out'",
    "method=forward-forward topology=shared, topology: expected staged with method forward-forward",
    "method=forward-forward stages=1, stages: expected at least 2 with method forward-forward",
    "method=forward-forward belief-input=true, belief-input: expected false with method",
    "method=forward-forward cuts=1;2;3, 'cuts: expected none, since each stage is a layer, with"
        + " method forward-forward, found 1,2,3; leave them out'",
    "method=forward-forward head=mlp, 'head: expected auto with method forward-forward, found mlp;"
        + " leave it out'",
    "method=forward-forward balance=time, balance: expected multiplications with method",
    "method=equilibrium-propagation network=auto, network: expected mlp with method",
    "method=equilibrium-propagation precision=bf16, 'precision: expected fp32 with method"
        + " equilibrium-propagation, found bf16; leave it out'",
    "method=local-signals similarity=1, similarity: expected a number of at least 0 and below 1"
  })
  void whereAMethodIsNotDefinedItIsRefusedInOneLine(String settings, String expected) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String setting : settings.split(" ", -1)) {
      Assignment assignment = Assignment.of(setting.replace(';', ','));
      texts.put(assignment.name(), assignment.text());
    }
    assertThatThrownBy(() -> Settings.parse(texts))
        .hasMessageStartingWith(expected)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.setting()).contains(expected.substring(0, expected.indexOf(':'))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method=noprop keep-modules=3",
        "method=hsic grown-modules=2 base=x",
        "method=noprop grown-modules=2 base=x",
        "method=noprop frozen=extractor",
        "method=noprop pretrained=x"
      })
  void whatAMethodCannotDoWithAModelThatIsThereIsRefusedInOneLine(String words) {
    List<Assignment> settings = List.of(words.split(" ")).stream().map(Assignment::of).toList();
    assertThatThrownBy(() -> Settings.resolve(settings))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("\n")
        .hasMessageContaining("; ");
  }

  @ParameterizedTest
  @CsvSource({"local-signals, true", "feedback-alignment, false", "dni, false", "noprop, false"})
  void allModulesAnswerWhereEachIsTrainedTo(String method, boolean all) {
    assertThat(AnsweringModules.all(method)).isEqualTo(all);
  }

  @Test
  void settingsOfOtherMethodsAreWrittenOnlyWhereTheyWereGiven() {
    assertThat(Settings.parse(Map.of("method", "hsic")).toMap()).containsEntry("hsic-beta", "500");
    assertThat(Settings.parse(Map.of()).toMap()).doesNotContainKeys("hsic-beta", "noprop-eta");
    Settings given = Settings.parse(Map.of("hsic-beta", "7"));
    assertThat(given.toMap()).containsEntry("hsic-beta", "7");
    assertThat(Settings.parse(given.toMap())).isEqualTo(given);
  }
}
