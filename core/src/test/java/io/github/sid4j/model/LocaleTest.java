package io.github.sid4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.network.NumberCount;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that are stored; the compiler's check DefaultLocale watches over all other texts. */
class LocaleTest {
  private static final List<String> NETWORKS = List.of("resnet18", "vit-tiny", "simple-cnn", "mlp");

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  private static List<String> names(String network) {
    Settings settings = Settings.parse(Map.of("network", network, "modules", "2"));
    try (Scope scope = Scope.open();
        NumberCount count = new NumberCount(Long.MAX_VALUE, Long.MAX_VALUE)) {
      // Without numbers, which have no names.
      Initializer init = Initializer.counting(count);
      int[] shape = {3, 32, 32};
      return List.copyOf(Cascades.create(settings, shape, 3, init).state().byName().keySet());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ar-EG-u-nu-arab", "fa-IR", "hi-IN-u-nu-deva", "tr-TR", "th-TH-u-ca-buddhist"})
  void tensorsHaveTheSameNamesInEveryLanguage(String language) {
    for (String network : NETWORKS) {
      Locale.setDefault(Locale.ROOT);
      List<String> neutral = names(network);
      Locale.setDefault(Locale.forLanguageTag(language));
      assertThat(names(network)).isEqualTo(neutral).isNotEmpty();
    }
  }
}
