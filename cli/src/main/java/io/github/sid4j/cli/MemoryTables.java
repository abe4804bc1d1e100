package io.github.sid4j.cli;

import io.github.sid4j.bench.MemoryUse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Memory as tables for a terminal, in units of 10^6 bytes. */
final class MemoryTables {
  private static final double MEGA = 1e6;

  private final boolean unicode;

  MemoryTables(boolean unicode) {
    this.unicode = unicode;
  }

  List<String> byConfiguration(List<MemoryUse> uses) {
    return uses.isEmpty()
        ? List.of()
        : table(
            "Memory at its peak during steps, MB: native in use and its parts, process as a whole",
            List.of(
                "configuration",
                "weights",
                "optimizer",
                "gradients",
                "rest",
                "native",
                "process",
                "before"),
            uses.stream().map(MemoryTables::row).toList());
  }

  private static List<String> row(MemoryUse use) {
    return List.of(
        use.name(),
        megabytes(use.weightsBytes()),
        megabytes(use.optimizerBytes()),
        megabytes(use.gradientBytes()),
        megabytes(use.restBytes()),
        megabytes(use.peakTensorBytes()),
        megabytes(use.peakRssBytes()),
        megabytes(use.baselineRssBytes()));
  }

  /** A row for each number of modules, a column for each configuration. */
  List<String> ladder(List<MemoryUse> uses) {
    if (uses.isEmpty()) {
      return List.of();
    }
    List<String> lines =
        new ArrayList<>(
            ladder(
                "Native memory beyond weights, optimizer state and gradients, MB, by modules",
                uses,
                MemoryUse::restBytes));
    lines.addAll(
        ladder("All native memory at its peak, MB, by modules", uses, MemoryUse::peakTensorBytes));
    return lines;
  }

  private List<String> ladder(
      String title, List<MemoryUse> uses, Function<MemoryUse, Long> measure) {
    List<String> names = uses.stream().map(MemoryUse::name).distinct().toList();
    List<String> headings = new ArrayList<>(List.of("modules"));
    headings.addAll(names);
    List<List<String>> rows = new ArrayList<>();
    for (int depth : uses.stream().map(MemoryUse::modules).distinct().toList()) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(depth)));
      uses.stream()
          .filter(use -> use.modules() == depth)
          .forEach(use -> row.add(megabytes(measure.apply(use))));
      rows.add(row);
    }
    return table(title, headings, rows);
  }

  private List<String> table(String title, List<String> headings, List<List<String>> rows) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(Texts.wrap("", title));
    lines.addAll(new TextTable(headings, BenchTables.leftAligned(rows)).lines(unicode));
    return lines;
  }

  private static String megabytes(Long bytes) {
    return bytes == null ? "-" : BenchTables.decimals(bytes / MEGA, 1);
  }
}
