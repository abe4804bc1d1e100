package io.github.sid4j.internal.report;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.settings.DataSetting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that is reported on.
 *
 * @param runs in the order of the entries
 * @param comparisons one for each data set: accuracies on different data do not compare
 */
record Study(List<ReportedRun> runs, List<DatasetComparison> comparisons) {
  /** The reference is the first configuration of each data set. */
  static final String FIRST = "first";

  /** The reference is that with the highest mean accuracy. */
  static final String BEST = "best";

  private static final String UNKNOWN = "unknown data";

  /** Reads all folders. */
  static Study of(List<Entry> entries, String reference) throws IOException {
    List<ReportedRun> runs = new ArrayList<>();
    for (Entry entry : entries) {
      runs.add(RunReader.read(runs.size() + 1, entry));
    }
    Map<String, Map<List<Object>, List<ReportedRun>>> groups = new LinkedHashMap<>();
    String only = runs.stream().flatMap(run -> dataset(run).stream()).findFirst().orElse(UNKNOWN);
    for (ReportedRun run : runs) {
      groups
          .computeIfAbsent(dataset(run).orElse(only), name -> new LinkedHashMap<>())
          .computeIfAbsent(
              List.of(run.entry().label(), varying(run)), configuration -> new ArrayList<>())
          .add(run);
    }
    List<DatasetComparison> comparisons = new ArrayList<>();
    int number = 1;
    for (Map.Entry<String, Map<List<Object>, List<ReportedRun>>> group : groups.entrySet()) {
      List<SeedGroup> configurations = new ArrayList<>();
      for (List<ReportedRun> same : group.getValue().values()) {
        Series series = new Series(configurations.size());
        ReportedRun first = same.get(0);
        configurations.add(
            new SeedGroup(number++, series, first.entry().label(), varying(first), same));
      }
      comparisons.add(
          new DatasetComparison(group.getKey(), configurations, choose(configurations, reference)));
    }
    checkLabel(comparisons, reference);
    return new Study(runs, comparisons);
  }

  /** What the data set is called; a run that failed may lack it. */
  private static Optional<String> dataset(ReportedRun run) {
    return run.settings()
        .map(DataWords::dataset)
        .or(() -> Optional.ofNullable(run.entry().varying().get(DataSetting.DATASET.name())));
  }

  private static Map<String, String> varying(ReportedRun run) {
    Map<String, String> varying = new LinkedHashMap<>(run.entry().varying());
    varying.remove("seed");
    return varying;
  }

  private static SeedGroup choose(List<SeedGroup> all, String reference) {
    SeedGroup first =
        all.stream().filter(one -> !one.finished().isEmpty()).findFirst().orElse(all.get(0));
    return reference.equals(BEST)
        ? DatasetComparison.ranked(all).stream().findFirst().orElse(first)
        : all.stream().filter(one -> one.label().equals(reference)).findFirst().orElse(first);
  }

  private static void checkLabel(List<DatasetComparison> comparisons, String reference) {
    List<String> labels =
        comparisons.stream()
            .flatMap(one -> one.configurations().stream())
            .map(SeedGroup::label)
            .distinct()
            .toList();
    if (!reference.equals(FIRST) && !reference.equals(BEST) && !labels.contains(reference)) {
      throw new InputException(
          "reference",
          "first, best or one of " + labels.stream().collect(Collectors.joining("; ")),
          "'" + reference + "'",
          "name one of them");
    }
  }

  /** All configurations of all data sets, by the number that they have on the page. */
  List<SeedGroup> configurations() {
    return comparisons.stream().flatMap(one -> one.configurations().stream()).toList();
  }
}
