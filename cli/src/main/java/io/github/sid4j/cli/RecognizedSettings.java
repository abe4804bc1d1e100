package io.github.sid4j.cli;

import io.github.sid4j.internal.data.RecognizedDataset;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.train.DataSource;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settings of data whose name nobody gave: it is known by its files. */
final class RecognizedSettings {
  private static final Set<String> TABLES = Set.of("csv", "jsonl", "parquet");

  private RecognizedSettings() {}

  /**
   * The settings that are given, with the name of the data set.
   *
   * @param given of the user
   * @param terminal hears what was recognized
   */
  static Settings of(List<Assignment> given, Terminal terminal) throws IOException {
    String place =
        given.stream()
            .filter(one -> one.name().equals(DataSetting.DATA.name()))
            .reduce((first, last) -> last)
            .map(Assignment::text)
            .orElse("");
    if (names(given, DataSetting.DATASET) || names(given, RunSetting.RESUME) || place.isEmpty()) {
      return Settings.resolve(given);
    }
    String name = RecognizedDataset.of(Path.of(place));
    List<Assignment> all = new ArrayList<>(given);
    all.add(Assignment.of(DataSetting.DATASET.name(), name));
    Settings settings = Settings.resolve(all);
    if (TABLES.contains(name) && new DataSource(settings).isText()) {
      name = "text";
      all.set(all.size() - 1, Assignment.of(DataSetting.DATASET.name(), name));
      settings = Settings.resolve(all);
    }
    if (!settings.get(RunSetting.QUIET)) {
      terminal.err().println("dataset " + name + ", recognized by what is in " + place);
    }
    return settings;
  }

  static boolean names(List<Assignment> assignments, Setting<?> setting) {
    return assignments.stream().anyMatch(one -> one.name().equals(setting.name()));
  }
}
