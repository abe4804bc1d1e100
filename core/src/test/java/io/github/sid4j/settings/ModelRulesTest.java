package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRulesTest {
  @Test
  void decoupledGreedyLearningBringsItsShapeAlphaAndHeads() {
    Settings settings = Settings.parse(Map.of("method", "dgl"));
    assertThat(settings.text(ModelSetting.TOPOLOGY)).isEqualTo("staged");
    assertThat(settings.text(ObjectiveSetting.ALPHA)).isEqualTo("1");
    assertThat(settings.get(ModelSetting.BELIEF_INPUT)).isFalse();
  }

  @Test
  void stagesFollowFromCutsUnlessTheyAreGiven() {
    Map<String, String> cut = Map.of("topology", "staged", "cuts", "2,5");
    assertThat(Settings.parse(cut).get(ModelSetting.STAGES)).isEqualTo(3);
    assertThat(Settings.parse(cut).get(ModelSetting.CUTS)).containsExactly(2, 5);
    assertThat(Settings.parse(Map.of("topology", "staged", "cuts", "")).get(ModelSetting.STAGES))
        .isEqualTo(4);
    Settings both = Settings.parse(Map.of("topology", "staged", "cuts", "2,5", "stages", "3"));
    assertThat(both).isEqualTo(Settings.parse(cut));
    assertThat(Settings.parse(both.toMap())).isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({
    "method=dgl topology=shared, topology: expected staged",
    "method=dgl alpha=0.5, alpha: expected 1",
    "method=dgl alpha=1..0.5, alpha: expected 1",
    "method=dgl belief-input=true, belief-input: expected false",
    "method=sid belief-input=false, belief-input: expected true with topology shared",
    "topology=staged module-hidden=0, module-hidden: expected at least 1 with topology staged",
    "topology=staged feature-normalization=power, feature-normalization: expected none with",
    "method=sid topology=whole, topology: expected shared or staged with method sid",
    "method=deep-supervision topology=whole, topology: expected shared or staged",
    "overlap=2, overlap: expected 1 with method sid and topology shared",
    "method=backprop topology=staged overlap=2, overlap: expected 1 with method backprop and topology staged",
    "topology=staged recompute=true, recompute: expected false with overlap 1",
    "topology=staged stages=3 overlap=4, 'overlap: expected at most the stages, 3'",
    "topology=staged overlap=2 execution=pipeline, execution: expected single-pass with an overlap above 1",
    "'cuts=2,5', cuts: expected none with topology shared",
    "'method=backprop topology=whole cuts=2', cuts: expected none with topology whole",
    "'topology=staged cuts=2,5 stages=4', 'cuts: expected one less than stages, which is 4, found 2'",
    "balance=time, balance: expected multiplications with topology shared",
    "'topology=staged cuts=5,2', 'cuts: expected block numbers in increasing order, found 2 after 5'",
    "'topology=staged cuts=0,2', 'cuts: expected block numbers of at least 1 and at most 1000, separated by commas'",
    "'method=backprop topology=whole alpha=0.5,0.6', alpha: expected one number"
  })
  void whatDoesNotGoTogetherIsRefusedInOneLine(String settings, String expected) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String setting : settings.split(" ", -1)) {
      Assignment assignment = Assignment.of(setting);
      texts.put(assignment.name(), assignment.text());
    }
    assertThatThrownBy(() -> Settings.parse(texts))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(expected);
  }
}
