package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.report.Entry;
import io.github.sid4j.internal.report.NoResult;
import io.github.sid4j.internal.run.RunPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cells of a comparison as entries of its report; those of the search are not among them. */
final class ReportEntries {
  private ReportEntries() {}

  static List<Entry> of(Path out, ComparisonResult result) {
    List<CellResult> cells =
        result.cells().stream().filter(cell -> cell.part().equals("comparison")).toList();
    Map<String, List<CellResult>> byRun =
        cells.stream().collect(Collectors.groupingBy(CellResult::run));
    boolean several = byRun.size() > 1;
    return cells.stream().map(cell -> entry(out, cell, byRun.get(cell.run()), several)).toList();
  }

  private static Entry entry(
      Path out, CellResult cell, List<CellResult> ofItsRun, boolean severalRuns) {
    Map<String, String> varying = new LinkedHashMap<>();
    if (severalRuns) {
      // So that curves along an axis are drawn for each run.
      varying.put("run", cell.run());
    }
    varying.putAll(cell.varying());
    Path folder = out.resolve(cell.folder());
    boolean begun = Files.exists(new RunPaths(folder).settings());
    return new Entry(
        label(cell, ofItsRun),
        cell.seed(),
        varying,
        cell.command(),
        begun ? Optional.of(folder) : Optional.empty(),
        Optional.ofNullable(cell.reason()).map(reason -> new NoResult(kind(cell), reason)));
  }

  private static NoResult.Kind kind(CellResult cell) {
    return cell.state().equals("undefined") ? NoResult.Kind.UNDEFINED : NoResult.Kind.FAILED;
  }

  /** The run's label, with the settings in which its configurations differ. */
  private static String label(CellResult cell, List<CellResult> ofItsRun) {
    Map<String, String> differing = new LinkedHashMap<>(cell.varying());
    differing
        .keySet()
        .removeIf(
            name ->
                ofItsRun.stream().map(other -> other.varying().get(name)).distinct().count() < 2);
    return Entry.label(cell.run(), differing);
  }
}
