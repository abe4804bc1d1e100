package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.run.Accuracies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;

/** Writes the results of a comparison, each file whole or not at all. */
final class ResultFiles {
  /** The columns of {@code results.csv} before those of the varying settings. */
  static final List<String> CELL_COLUMNS =
      List.of(
          "id",
          "run",
          "part",
          "seed",
          "state",
          "reason",
          "validation_best",
          "validation_last",
          "test_best",
          "test_last",
          "balanced_accuracy",
          "macro_f1",
          "epochs_trained",
          "best_epoch",
          "parameters",
          "wall_seconds",
          "peak_rss_bytes",
          "folder",
          "command");

  /** The columns of {@code summary.csv} before those of the varying settings. */
  static final List<String> SUMMARY_COLUMNS =
      List.of(
          "run",
          "cells",
          "done",
          "failed",
          "undefined",
          "validation_best_mean",
          "validation_best_deviation",
          "test_best_mean",
          "test_best_deviation",
          "test_last_mean",
          "test_last_deviation",
          "balanced_accuracy_mean",
          "balanced_accuracy_deviation",
          "macro_f1_mean",
          "macro_f1_deviation",
          "wall_seconds_mean",
          "peak_rss_bytes");

  private ResultFiles() {}

  static void write(Folders folders, ComparisonResult result) throws IOException {
    RunJson.write(folders.json(), result);
    csv(
        folders.csv(),
        CELL_COLUMNS,
        result.varying(),
        result.cells(),
        CellResult::varying,
        ResultFiles::row);
    csv(
        folders.summary(),
        SUMMARY_COLUMNS,
        result.varying(),
        result.summaries(),
        SeedSummary::varying,
        ResultFiles::row);
  }

  private static List<Object> row(CellResult cell) {
    return Arrays.asList(
        cell.id(),
        cell.run(),
        cell.part(),
        cell.seed(),
        cell.state(),
        cell.reason(),
        of(cell.validationAccuracy(), Accuracies::best),
        of(cell.validationAccuracy(), Accuracies::last),
        of(cell.testAccuracy(), Accuracies::best),
        of(cell.testAccuracy(), Accuracies::last),
        cell.balancedAccuracy(),
        cell.macroF1(),
        cell.epochs(),
        cell.bestEpoch(),
        cell.parameters(),
        cell.wallSeconds(),
        cell.peakRssBytes(),
        cell.folder(),
        cell.command());
  }

  private static List<Object> row(SeedSummary summary) {
    return Arrays.asList(
        summary.run(),
        summary.cells(),
        summary.done(),
        summary.failed(),
        summary.undefined(),
        of(summary.validationBest(), Moments::mean),
        of(summary.validationBest(), Moments::deviation),
        of(summary.testBest(), Moments::mean),
        of(summary.testBest(), Moments::deviation),
        of(summary.testLast(), Moments::mean),
        of(summary.testLast(), Moments::deviation),
        of(summary.balancedAccuracy(), Moments::mean),
        of(summary.balancedAccuracy(), Moments::deviation),
        of(summary.macroF1(), Moments::mean),
        of(summary.macroF1(), Moments::deviation),
        of(summary.wallSeconds(), Moments::mean),
        summary.peakRssBytes());
  }

  private static <T> Object of(T from, Function<T, Double> value) {
    return from == null ? null : value.apply(from);
  }

  private static <T> void csv(
      Path file,
      List<String> columns,
      List<String> varying,
      List<T> rows,
      Function<T, Map<String, String>> settings,
      Function<T, List<Object>> cells)
      throws IOException {
    StringBuilder text = new StringBuilder();
    List<Object> heading = new ArrayList<>(columns);
    heading.addAll(varying);
    text.append(CSVFormat.RFC4180.format(heading.toArray())).append('\n');
    for (T row : rows) {
      List<Object> values = new ArrayList<>(cells.apply(row));
      varying.forEach(name -> values.add(settings.apply(row).get(name)));
      text.append(CSVFormat.RFC4180.format(values.toArray())).append('\n');
    }
    AtomicFiles.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
