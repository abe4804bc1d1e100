package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.decimals;
import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.above;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.util.List;
import java.util.Optional;

/**
 * How the CSV files of {@code csv} data are read, and what the networks of tables are like.
 * Constants, safe for several threads.
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

  public static final Setting<Optional<String>> GROUP_COLUMN =
      Setting.deciding(
          SettingGroup.DATA,
          "group-column",
          new OptionalTextType("a column"),
          Optional.empty(),
          "Column of a table; rows with the same cell stay together in all parts. No input.");

  public static final Setting<Optional<String>> TIME_COLUMN =
      Setting.deciding(
          SettingGroup.DATA,
          "time-column",
          new OptionalTextType("a column"),
          Optional.empty(),
          "Column of a table with numbers or dates; the latest rows are the test part. No input.");

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

  public static final Setting<String> NUMBERS =
      Setting.deciding(
          SettingGroup.DATA,
          "numbers",
          ChoiceType.of("standard", "quantile", "piecewise"),
          "standard",
          "What numbers of a csv become: standardized, normal ranks, or shares of pieces.");

  public static final Setting<Integer> PIECES =
      Setting.deciding(
          SettingGroup.DATA,
          "pieces",
          integers(atLeast(1).atMost(Limits.PIECES)),
          48,
          "Pieces of piecewise numbers, at most.");

  public static final Setting<Integer> RARE_CATEGORIES =
      Setting.deciding(
          SettingGroup.DATA,
          "rare-categories",
          integers(atLeast(0).atMost(Limits.WIDTH)),
          0,
          "Categories of a csv with fewer training rows than this are one; 0 keeps all apart.");

  public static final Setting<List<String>> FIELDS =
      Setting.deciding(
          SettingGroup.DATA,
          "fields",
          new FieldsType(),
          List.of(),
          "What the inputs of a table network are; a training writes here what it has found.");

  public static final Setting<Integer> FREQUENCIES =
      Setting.deciding(
          SettingGroup.MODEL,
          "frequencies",
          integers(atLeast(1).atMost(Limits.FREQUENCIES)),
          48,
          "Frequencies by which table networks look at a number.");

  public static final Setting<Double> FREQUENCY_DEVIATION =
      Setting.deciding(
          SettingGroup.MODEL,
          "frequency-deviation",
          decimals(above(0).atMost(1000)),
          0.1,
          "Deviation of the first frequencies of table networks.");

  private TableSetting() {}
}
