package io.github.sid4j.internal.train;

import io.github.sid4j.internal.data.CsvOptions;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.ColumnRules;
import io.github.sid4j.internal.data.table.ColumnUse;
import io.github.sid4j.internal.data.table.DecimalSign;
import io.github.sid4j.internal.data.table.NumberScaling;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What settings say of CSV files. */
public final class CsvSettings {
  private CsvSettings() {}

  /**
   * All that they say.
   *
   * @param settings of a run
   * @return the options of its data
   */
  static CsvOptions options(Settings settings) {
    Map<String, ColumnUse> uses = new LinkedHashMap<>();
    for (String use : settings.get(TableSetting.COLUMNS)) {
      int at = use.lastIndexOf('=');
      uses.put(use.substring(0, at), constant(ColumnUse.class, use.substring(at + 1)));
    }
    return new CsvOptions(
        settings.get(DataSetting.LABEL_COLUMN),
        settings.get(TableSetting.HEADER).equals("first-line"),
        settings.get(TableSetting.COLUMN_NAMES),
        uses,
        choices(settings),
        new ColumnRules(
            constant(NumberScaling.class, settings.get(TableSetting.NUMBERS)),
            settings.get(TableSetting.PIECES),
            settings.get(TableSetting.RARE_CATEGORIES)));
  }

  /**
   * How cells are written.
   *
   * @param settings of a run
   * @return with null for what is to be recognized
   */
  public static TableChoices choices(Settings settings) {
    return new TableChoices(
        recognizedOr(CsvDelimiter.class, settings, TableSetting.DELIMITER),
        recognizedOr(DecimalSign.class, settings, TableSetting.DECIMAL),
        settings.get(TableSetting.MISSING_VALUES),
        constant(BadCells.class, settings.get(TableSetting.BAD_CELLS)));
  }

  private static <E extends Enum<E>> @Nullable E recognizedOr(
      Class<E> type, Settings settings, Setting<String> setting) {
    String word = settings.get(setting);
    return word.equals("auto") ? null : constant(type, word);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
