package io.github.sid4j.internal.train;

import io.github.sid4j.internal.data.TextOptions;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.settings.Settings;
import java.util.Locale;

/** What settings say of texts. */
final class TextSettings {
  private TextSettings() {}

  static TextOptions options(Settings settings) {
    return new TextOptions(
        settings.get(TextSetting.TEXT_COLUMNS),
        TextOptions.Kind.valueOf(settings.get(TextSetting.TOKENIZER).toUpperCase(Locale.ROOT)),
        settings.get(TextSetting.TOKENIZER_FILE),
        settings.get(TextSetting.VOCABULARY),
        settings.get(TextSetting.MIN_COUNT),
        settings.get(TextSetting.MAX_TOKENS));
  }
}
