package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRulesTest {
  @Test
  void decoupledGreedyLearningBringsItsShapeAlphaAndHeads() {
    Settings settings = Settings.parse(Map.of("method", "dgl"));
    assertThat(settings.text(ModelSetting.SHAPE)).isEqualTo("staged");
    assertThat(settings.text(ObjectiveSetting.ALPHA)).isEqualTo("1");
    assertThat(settings.get(ModelSetting.BELIEF_INPUT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "method=dgl shape=shared, shape: expected staged",
    "method=dgl alpha=0.5, alpha: expected 1",
    "method=dgl alpha=1..0.5, alpha: expected 1",
    "method=dgl belief-input=true, belief-input: expected false",
    "method=sid belief-input=false, belief-input: expected true with shape shared",
    "method=sid shape=whole, shape: expected shared or staged with method sid",
    "method=deep-supervision shape=whole, shape: expected shared or staged",
    "reach=2, reach: expected 1 with method sid and shape shared",
    "method=backprop shape=staged reach=2, reach: expected 1 with method backprop and shape staged",
    "shape=staged stages=3 reach=4, 'reach: expected at most the stages, 3'",
    "shape=staged reach=2 execution=pipeline, execution: expected single-pass with a reach above 1",
    "'method=backprop shape=whole alpha=0.5,0.6', alpha: expected one number"
  })
  void whatDoesNotGoTogetherIsRefusedInOneLine(String settings, String expected) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String setting : settings.split(" ", -1)) {
      Assignment assignment = Assignment.bySet(setting);
      texts.put(assignment.name(), assignment.text());
    }
    assertThatThrownBy(() -> Settings.parse(texts))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(expected);
  }
}
