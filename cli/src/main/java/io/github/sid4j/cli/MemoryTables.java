package io.github.sid4j.cli;

import io.github.sid4j.internal.bench.DepthPoint;
import io.github.sid4j.internal.bench.MemoryUse;
import io.github.sid4j.internal.bench.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Memory as tables for a terminal, in units of 10^6 bytes. */
final class MemoryTables {
  private static final double MEGA = 1e6;
  private static final String NONE = "-";

  private final boolean unicode;

  MemoryTables(boolean unicode) {
    this.unicode = unicode;
  }

  /** A row for each configuration, with the time of a sample where that was measured too. */
  List<String> byConfiguration(List<MemoryUse> uses, List<Timing> timings) {
    if (uses.isEmpty()) {
      return List.of();
    }
    List<String> headings =
        List.of(
            "configuration",
            "weights",
            "optim",
            "grads",
            "rest",
            "native",
            "process",
            timings.isEmpty() ? "before" : "ms/sample");
    return BenchTables.table(
        "Memory at its peak during steps, MB: native in use and its parts, process as a whole",
        headings,
        uses.stream().map(use -> row(use, timings)).toList(),
        unicode);
  }

  private static List<String> row(MemoryUse use, List<Timing> timings) {
    Optional<Timing> timing =
        timings.stream().filter(one -> one.name().equals(use.name())).findFirst();
    return List.of(
        use.name(),
        megabytes(use.weightsBytes()),
        megabytes(use.optimizerBytes()),
        megabytes(use.gradientBytes()),
        megabytes(use.restBytes()),
        megabytes(use.peakTensorBytes()),
        megabytes(use.peakRssBytes()),
        timings.isEmpty()
            ? megabytes(use.baselineRssBytes())
            : timing.map(MemoryTables::millisOfASample).orElse(NONE));
  }

  private static String millisOfASample(Timing timing) {
    return BenchTables.millis(1 / timing.samplesPerSecond());
  }

  /** A row for each configuration, a column for each number of modules. */
  List<String> ladder(List<MemoryUse> uses) {
    if (uses.isEmpty()) {
      return List.of();
    }
    List<Cell<MemoryUse>> cells =
        uses.stream().map(use -> new Cell<>(use.name(), use.modules(), use)).toList();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        grid(
            "Native memory beyond weights, optimizer state and gradients, MB, by modules",
            cells,
            use -> megabytes(use.restBytes())));
    lines.addAll(
        grid(
            "All native memory at its peak, MB, by modules",
            cells,
            use -> megabytes(use.peakTensorBytes())));
    return lines;
  }

  /** A row for each configuration, a column for each depth. */
  List<String> depth(List<DepthPoint> points) {
    if (points.isEmpty()) {
      return List.of();
    }
    List<Cell<DepthPoint>> cells =
        points.stream()
            .map(point -> new Cell<>(point.memory().name(), point.depth(), point))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        grid("Pieces by blocks: stages, or segments", cells, p -> Integer.toString(p.pieces())));
    lines.addAll(
        grid(
            "Native memory beyond weights, optimizer state and gradients, MB, by blocks",
            cells,
            point -> megabytes(point.memory().restBytes())));
    lines.addAll(
        grid(
            "All native memory at its peak, MB, by blocks",
            cells,
            point -> megabytes(point.memory().peakTensorBytes())));
    lines.addAll(
        grid(
            "The whole process at its peak, MB, by blocks",
            cells,
            point -> megabytes(point.memory().peakRssBytes())));
    lines.addAll(
        grid("Time of a sample, ms, by blocks", cells, point -> millisOfASample(point.timing())));
    return lines;
  }

  /**
   * What stands at a place of a grid.
   *
   * @param name of the row
   * @param column by its number
   * @param value to be shown
   */
  private record Cell<T>(String name, int column, T value) {}

  private <T> List<String> grid(String title, List<Cell<T>> cells, Function<T, String> measure) {
    List<Integer> columns = cells.stream().map(Cell::column).distinct().sorted().toList();
    List<String> headings = new ArrayList<>(List.of("configuration"));
    columns.forEach(column -> headings.add(Integer.toString(column)));
    List<List<String>> rows = new ArrayList<>();
    for (String name : cells.stream().map(Cell::name).distinct().toList()) {
      List<String> row = new ArrayList<>(List.of(name));
      for (int column : columns) {
        row.add(
            cells.stream()
                .filter(cell -> cell.name().equals(name) && cell.column() == column)
                .findFirst()
                .map(cell -> measure.apply(cell.value()))
                .orElse(NONE));
      }
      rows.add(row);
    }
    return BenchTables.table(title, headings, rows, unicode);
  }

  private static String megabytes(Long bytes) {
    return bytes == null ? NONE : BenchTables.decimals(bytes / MEGA, 1);
  }
}
