package io.github.sid4j.internal.train;

import io.github.sid4j.internal.data.TextLoader;
import io.github.sid4j.internal.data.TextOptions;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What settings say of texts. */
public final class TextSettings {
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

  /**
   * Whether the CSV files that settings name plainly hold texts and nothing else.
   *
   * @param settings with the place of the data
   * @return false if they are tables, or cannot be read
   * @throws IOException if a file cannot be read
   */
  public static boolean areTexts(Settings settings) throws IOException {
    Path place = settings.get(DataSetting.DATA).orElse(null);
    return place != null && TextLoader.isText(place, CsvSettings.options(settings));
  }
}
