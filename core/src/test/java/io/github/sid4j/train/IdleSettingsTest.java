package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.settings.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdleSettingsTest {
  private static final Optional<InputEncoding> TABLE =
      Datasets.of(new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}, new int[] {0, 1, 0, 1})
          .split(0, 1)
          .train()
          .encoding();

  @Test
  void settingsOfImagesAndTextsThatWereGivenForATableAreNamed() {
    Settings settings =
        Settings.parse(Map.of("image-size", "8", "tokenizer", "bytes", "pieces", "12"));
    assertThat(IdleSettings.warning(settings, TABLE))
        .contains("the data is a table, on which image-size=8, tokenizer=bytes has no effect");
  }

  @Test
  void defaultsAndValuesOfARecipeAreNot() {
    assertThat(IdleSettings.warning(Settings.parse(Map.of("recipe", "airbench94")), TABLE))
        .isEmpty();
  }

  @Test
  void dataThatAProgramMadeItselfIsOfAnyKind() {
    Settings settings = Settings.parse(Map.of("image-size", "8"));
    assertThat(IdleSettings.warning(settings, Optional.empty())).isEmpty();
  }
}
