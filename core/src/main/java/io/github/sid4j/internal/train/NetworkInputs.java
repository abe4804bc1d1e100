package io.github.sid4j.internal.train;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.List;

/** What a network has to know of the inputs that the data has become. */
public final class NetworkInputs {
  private NetworkInputs() {}

  /**
   * The settings with the size of the tokenizer, or with the fields of a table.
   *
   * @param settings of a run
   * @param train its training part
   * @return the same settings where the network has no need of them
   */
  public static Settings sized(Settings settings, Examples train) {
    InputEncoding encoding = train.encoding().orElse(null);
    if (encoding instanceof TextEncoding texts) {
      return settings.with(TextSetting.TOKENS, texts.tokens());
    }
    if (!settings.get(ModelSetting.NETWORK).startsWith("table-")) {
      return settings;
    }
    if (encoding instanceof TableEncoding table) {
      return settings.with(TableSetting.FIELDS, table.fields());
    }
    return encoding instanceof RowEncoding rows
        ? settings.with(TableSetting.FIELDS, List.of("number-" + rows.columns().size()))
        : settings;
  }
}
