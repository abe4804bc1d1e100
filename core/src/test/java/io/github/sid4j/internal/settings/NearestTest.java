package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "lable-smoothing, label-smoothing",
    "label_smoothing, label-smoothing",
    "epoch, epochs",
    "bacth, batch",
    "weightdecay, weight-decay",
    "module, modules",
    "sed, seed",
  })
  void aTypingErrorFindsTheSettingThatWasMeant(String typed, String meant) {
    assertThat(Nearest.to(typed, SettingTable.names())).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"''", "colour", "xyzzy", "learning-speed-of-everything"})
  void anUnlikeWordFindsNone(String typed) {
    assertThat(Nearest.to(typed, SettingTable.names())).isEmpty();
  }

  @Test
  void anEndlessWordFindsNoneAtOnce() {
    assertThat(Nearest.to("e".repeat(1_000_000), SettingTable.names())).isEmpty();
  }

  @Property(tries = 200)
  void distanceIsThatOfTheEditsMade(
      @ForAll @AlphaChars @StringLength(min = 2, max = 12) String word) {
    String swapped = "" + word.charAt(1) + word.charAt(0) + word.substring(2);
    assertThat(Nearest.distance(word, word)).isZero();
    assertThat(Nearest.distance(word, word + "-")).isEqualTo(1);
    assertThat(Nearest.distance(word, word.substring(1))).isEqualTo(1);
    assertThat(Nearest.distance(word, "-" + word.substring(1))).isEqualTo(1);
    assertThat(Nearest.distance(word, swapped)).isEqualTo(swapped.equals(word) ? 0 : 1);
    assertThat(Nearest.distance(word, "")).isEqualTo(word.length());
  }
}
