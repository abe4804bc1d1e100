package io.github.sid4j.internal.report;

import io.github.sid4j.internal.process.ShellWords;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.Flags;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Entries for runs of which nothing is known but their folders. */
public final class RunEntries {
  private static final String AUTO = "auto";

  private RunEntries() {}

  /**
   * Reads how runs were set, and in what they differ.
   *
   * @param folders of runs, finished or not; one that is named twice counts once
   * @return an entry for each, in their order; labelled by the method and, where runs of one method
   *     on one data set differ in more than the seed, by what they differ in
   * @throws io.github.sid4j.error.InputException when one is no run's, or is damaged
   * @throws IOException when one cannot be read
   */
  public static List<Entry> of(List<Path> folders) throws IOException {
    Map<Path, Settings> runs = new LinkedHashMap<>();
    for (Path folder : new LinkedHashSet<>(folders.stream().map(Path::normalize).toList())) {
      runs.put(folder, RunReader.settings(folder));
    }
    // Within a data set only, since what differs from one to another is not compared.
    Map<String, List<Setting<?>>> byData = differing(runs.values(), RunEntries::dataset);
    Map<List<String>, List<Setting<?>>> byMethod =
        differing(runs.values(), one -> List.of(dataset(one), method(one)));
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<Path, Settings> run : runs.entrySet()) {
      Settings settings = run.getValue();
      Map<String, String> varying = new LinkedHashMap<>();
      if (byData.size() > 1) {
        varying.put(DataSetting.DATASET.name(), dataset(settings));
      }
      byData
          .get(dataset(settings))
          .forEach(setting -> varying.put(setting.name(), settings.text(setting)));
      entries.add(
          new Entry(
              label(settings, byMethod.get(List.of(dataset(settings), method(settings)))),
              settings.get(RunSetting.SEED),
              varying,
              command(run.getKey(), settings),
              Optional.of(run.getKey()),
              Optional.empty()));
    }
    return entries;
  }

  private static String dataset(Settings settings) {
    return settings.get(DataSetting.DATASET);
  }

  private static String method(Settings settings) {
    return settings.get(ModelSetting.METHOD);
  }

  private static <K> Map<K, List<Setting<?>>> differing(
      Collection<Settings> runs, Function<Settings, K> group) {
    return runs.stream()
        .collect(
            Collectors.groupingBy(
                group, Collectors.collectingAndThen(Collectors.toList(), RunEntries::differing)));
  }

  /** All settings that bear on the result and are not the same in all, but for the seed. */
  private static List<Setting<?>> differing(List<Settings> runs) {
    List<Setting<?>> differing = new ArrayList<>();
    for (Setting<?> setting : SettingTable.all()) {
      boolean counts = setting.decidesResult() && setting != RunSetting.SEED;
      if (counts && runs.stream().map(run -> run.text(setting)).distinct().count() > 1) {
        differing.add(setting);
      }
    }
    return differing;
  }

  private static String label(Settings settings, List<Setting<?>> differing) {
    Map<String, String> values = new LinkedHashMap<>();
    differing.forEach(setting -> values.put(setting.name(), settings.text(setting)));
    return Entry.label(method(settings), values);
  }

  /** What was chosen by measuring or by the machine is named, so that it is the same again. */
  private static String command(Path folder, Settings settings) throws IOException {
    Provenance provenance = RunJson.read(new RunPaths(folder).provenance(), Provenance.class);
    Settings named = settings;
    if (settings.get(TrainingSetting.PRECISION).equals(AUTO)) {
      named = named.with(TrainingSetting.PRECISION, provenance.precision());
    }
    if (settings.get(RunSetting.THREADS) == 0) {
      named = named.with(RunSetting.THREADS, provenance.threads());
    }
    List<String> words = new ArrayList<>(List.of("./sid", "train"));
    words.addAll(Flags.of(named));
    return ShellWords.join(words);
  }
}
