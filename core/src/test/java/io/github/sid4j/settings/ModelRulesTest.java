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

  @Test
  void stagesFollowFromCutsUnlessTheyAreGiven() {
    Map<String, String> cut = Map.of("shape", "staged", "cuts", "2,5");
    assertThat(Settings.parse(cut).get(ModelSetting.STAGES)).isEqualTo(3);
    assertThat(Settings.parse(cut).get(ModelSetting.CUTS)).containsExactly(2, 5);
    assertThat(Settings.parse(Map.of("shape", "staged", "cuts", "")).get(ModelSetting.STAGES))
        .isEqualTo(4);
    Settings both = Settings.parse(Map.of("shape", "staged", "cuts", "2,5", "stages", "3"));
    assertThat(both).isEqualTo(Settings.parse(cut));
    assertThat(Settings.parse(both.toMap())).isEqualTo(both);
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
    "shape=staged recompute=true, recompute: expected false with reach 1",
    "shape=staged stages=3 reach=4, 'reach: expected at most the stages, 3'",
    "shape=staged reach=2 execution=pipeline, execution: expected single-pass with a reach above 1",
    "'cuts=2,5', cuts: expected none with shape shared",
    "'method=backprop shape=whole cuts=2', cuts: expected none with shape whole",
    "'shape=staged cuts=2,5 stages=4', 'cuts: expected one less than stages, which is 4, found 2'",
    "balance=time, balance: expected multiplications with shape shared",
    "'shape=staged cuts=5,2', 'cuts: expected block numbers in increasing order, found 2 after 5'",
    "'shape=staged cuts=0,2', 'cuts: expected block numbers of at least 1 and at most 1000, separated by commas'",
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
