package io.github.sid4j.cli;

import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.train.CsvSettings;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import picocli.CommandLine.Option;

/** How the CSV files to classify are written, where it is not as in the training. */
final class TableOptions {
  @Option(
      names = "--delimiter",
      paramLabel = "NAME",
      description = "Of CSV files: comma, semicolon, tab or pipe. Default: recognized.")
  private String delimiter;

  @Option(
      names = "--decimal",
      paramLabel = "NAME",
      description =
          "Decimal sign in CSV files: point or comma. Default: recognized, else as in training.")
  private String decimal;

  @Option(
      names = "--missing-values",
      paramLabel = "MARKS",
      description = "Cells without a value, separated by commas. Default: as in training.")
  private String missingValues;

  @Option(
      names = "--bad-cells",
      paramLabel = "error|missing",
      description =
          "What a cell is that is no number in a column of numbers. Default: as in training.")
  private String badCells;

  TableChoices choices() {
    Settings settings = Settings.defaults();
    settings = with(settings, TableSetting.DELIMITER, delimiter);
    settings = with(settings, TableSetting.DECIMAL, decimal);
    settings = with(settings, TableSetting.MISSING_VALUES, missingValues);
    settings = with(settings, TableSetting.BAD_CELLS, badCells);
    TableChoices all = CsvSettings.choices(settings);
    return new TableChoices(
        all.delimiter(),
        all.decimal(),
        missingValues == null ? null : all.missingValues(),
        badCells == null ? null : all.badCells());
  }

  private static Settings with(Settings settings, Setting<?> setting, String text) {
    return text == null ? settings : settings.with(Assignment.of(setting.name(), text));
  }
}
