package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReshapeRulesTest {
  private static Settings settings(String words) {
    return Settings.resolve(Arrays.stream(words.split(" ")).map(Assignment::of).toList());
  }

  @Test
  void theLengthIsThatOfWhatIsLeftAndWhatHasGrown() {
    assertThat(settings("modules=5").length()).isEqualTo(5);
    assertThat(settings("modules=5 keep-modules=3 grown-modules=2,1").length()).isEqualTo(6);
    assertThat(settings("topology=staged stages=4 grown-modules=2").length()).isEqualTo(6);
    // Weights of the target are by module, old and new ones.
    assertThat(settings("modules=5 keep-modules=1 grown-modules=1 alpha=0.9,0.1").length())
        .isEqualTo(2);
    // What grows behind a whole network gives it beliefs.
    assertThat(settings("topology=whole grown-modules=2 base=x").length()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keep-modules=6",
        "method=backprop keep-modules=3",
        "base=x",
        "topology=staged overlap=2 grown-modules=2",
        "known-classes=5,7",
        "grown-modules=1 known-classes=5,4",
        "grown-modules=1 known-classes=1",
        "frozen=base",
        "topology=staged overlap=2 frozen=extractor",
        "replay=0.5",
        "pretrained-names=x",
        "grown-modules=1 base=x pretrained=y",
        "classes=a,a",
        "modules=5 grown-modules=1 alpha=0.9,0.8,0.7,0.6,0.5"
      })
  void whatMakesNoSenseIsRefusedInOneLine(String words) {
    assertThatThrownBy(() -> settings(words))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("\n")
        .hasMessageContaining("; ");
  }

  @Test
  void classesAreTextsOfTheirOwn() {
    assertThat(settings("classes=great_white_shark,dog").get(DataSetting.CLASSES))
        .isEqualTo(List.of("great_white_shark", "dog"));
    assertThat(Settings.parse(settings("classes=a_b,c").toMap()).text(DataSetting.CLASSES))
        .isEqualTo("a_b,c");
  }
}
