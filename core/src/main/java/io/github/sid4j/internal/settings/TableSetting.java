package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.util.List;

/**
 * How the CSV files of {@code csv} data are read. Settings of {@link SettingGroup#DATA}. Constants,
 * safe for several threads.
 */
public final class TableSetting {
  public static final Setting<String> DELIMITER =
      Setting.deciding(
          SettingGroup.DATA,
          "delimiter",
          new DelimiterType(),
          "auto",
          "What separates the cells of a csv; auto recognizes it.");

  public static final Setting<String> DECIMAL =
      Setting.deciding(
          SettingGroup.DATA,
          "decimal",
          ChoiceType.of("auto", "point", "comma"),
          "auto",
          "Decimal sign of the numbers of a csv; auto recognizes it.");

  public static final Setting<List<String>> MISSING_VALUES =
      Setting.deciding(
          SettingGroup.DATA,
          "missing-values",
          new TextListType("marks"),
          List.of("?", "NA", "N/A", "#N/A", "<NA>", "NaN", "null"),
          "Cells of a csv that hold no value, beside empty ones, in whatever case.");

  public static final Setting<String> BAD_CELLS =
      Setting.deciding(
          SettingGroup.DATA,
          "bad-cells",
          ChoiceType.of("error", "missing"),
          "error",
          "What a cell is that is no number in a csv's column of numbers.");

  public static final Setting<List<String>> COLUMNS =
      Setting.deciding(
          SettingGroup.DATA,
          "columns",
          new ColumnUsesType(),
          List.of(),
          "What columns of a csv are for; the rule of the data page decides for the others.");

  public static final Setting<String> HEADER =
      Setting.deciding(
          SettingGroup.DATA,
          "header",
          ChoiceType.of("first-line", "none"),
          "first-line",
          "Where a csv has the names of its columns.");

  public static final Setting<List<String>> COLUMN_NAMES =
      Setting.deciding(
          SettingGroup.DATA,
          "column-names",
          new ColumnNamesType(),
          List.of(),
          "Names of the columns of a csv with header none; else c1, c2 and so on.");

  private TableSetting() {}
}
