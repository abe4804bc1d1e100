package io.github.sid4j.internal.report;

import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run's data is called, without the folders above it: a page is for others, too. */
final class DataWords {
  private DataWords() {}

  /** The last part of its path or, where it has none, the data set's name. */
  static String name(Settings settings) {
    return place(settings).orElse(settings.get(DataSetting.DATASET));
  }

  /**
   * What distinguishes data: the name of a published data set, wherever its files are, or that of
   * the user's own files, as in {@code photos (folder)}.
   */
  static String dataset(Settings settings) {
    String dataset = settings.get(DataSetting.DATASET);
    return DatasetInfo.isPublished(dataset) ? dataset : named(settings);
  }

  /** As in {@code photos (folder), 3 classes, 12 test samples}, as far as it is known. */
  static Optional<String> facts(ReportedRun run) {
    return run.settings()
        .map(
            settings -> {
              List<String> facts = new ArrayList<>();
              facts.add(named(settings));
              classes(run).ifPresent(facts::add);
              TestSize.of(run)
                  .ifPresent(
                      size ->
                          facts.add(
                              Texts.number(size, 0)
                                  + (size == 1 ? " test sample" : " test samples")));
              return String.join(", ", facts);
            });
  }

  /** As in {@code 3 classes}; empty before they are measured. */
  static Optional<String> classes(ReportedRun run) {
    return run.result()
        .map(RunResult::classification)
        .map(it -> it.classes().size())
        .map(count -> count + (count == 1 ? " class" : " classes"));
  }

  private static String named(Settings settings) {
    String dataset = settings.get(DataSetting.DATASET);
    return place(settings).map(name -> name + " (" + dataset + ")").orElse(dataset);
  }

  private static Optional<String> place(Settings settings) {
    return settings
        .get(DataSetting.DATA)
        .map(Path::normalize)
        .map(Path::getFileName)
        .map(Path::toString)
        .filter(name -> !name.isEmpty() && !name.equals(".."));
  }
}
