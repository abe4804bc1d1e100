package io.github.sid4j.cli;

import io.github.sid4j.internal.bench.BenchReport;
import io.github.sid4j.internal.bench.Ceilings;
import io.github.sid4j.internal.bench.Quartiles;
import io.github.sid4j.internal.bench.StepParts;
import io.github.sid4j.internal.bench.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A measurement as tables for a terminal. */
final class BenchTables {
  private static final double MILLIS = 1e3;
  private static final String NONE = "-";

  private final BenchReport report;
  private final boolean unicode;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  BenchTables(BenchReport report, boolean unicode, int width) {
    this.report = report;
    this.width = width;
    this.unicode = unicode;
  }

  List<String> lines() {
    lines.clear();
    lines.addAll(BenchHeading.lines(report, width));
    if (report.ceilings() != null) {
      ceilings(report.ceilings());
    }
    if (!report.timings().isEmpty()) {
      timings();
    }
    if (!report.parts().isEmpty()) {
      parts();
    }
    MemoryTables memory = new MemoryTables(unicode);
    lines.addAll(memory.byConfiguration(report.memory(), report.timings()));
    lines.addAll(memory.ladder(report.ladder()));
    lines.addAll(memory.depth(report.depth()));
    if (report.pipeline() != null) {
      lines.addAll(new PipelineTables(report.pipeline(), unicode).lines());
    }
    lines.addAll(InferenceTable.lines(report.inference(), unicode));
    lines.add("");
    report.notes().forEach(note -> lines.addAll(ConsoleTexts.wrap(width, "", note)));
    lines.addAll(
        ConsoleTexts.wrap(
            width,
            "",
            "took " + ConsoleTexts.duration(report.seconds()) + "; " + BenchHeading.load(report)));
    return lines;
  }

  private void ceilings(Ceilings ceilings) {
    table(
        "What the machine can do, measured between the steps",
        List.of("ceiling", "n", "median", "quartiles"),
        List.of(
            ceiling("matrix product fp32, GFLOP/s", ceilings.fp32Gflops()),
            ceiling("matrix product bf16, GFLOP/s", ceilings.bf16Gflops()),
            ceiling("memory copy, GB/s", ceilings.copyGigabytesPerSecond())));
  }

  private static List<String> ceiling(String name, Quartiles quartiles) {
    return List.of(
        name,
        Integer.toString(quartiles.n()),
        decimals(quartiles.median(), 1),
        decimals(quartiles.lowerQuartile(), 1) + " - " + decimals(quartiles.upperQuartile(), 1));
  }

  private void timings() {
    table(
        "Time of a step; ratio to the first row, round by round; floor is its FLOPs at the ceiling",
        List.of("configuration", "n", "median ms", "quartiles", "samples/s", "ratio", "x floor"),
        report.timings().stream().map(BenchTables::row).toList());
  }

  private static List<String> row(Timing timing) {
    Quartiles seconds = timing.stepSeconds();
    return List.of(
        timing.name(),
        Integer.toString(seconds.n()),
        millis(seconds.median()),
        quartiles(seconds),
        ConsoleTexts.count(Math.round(timing.samplesPerSecond())),
        decimals(timing.timeRatio(), 2),
        timing.timesFloor() == null ? NONE : decimals(timing.timesFloor(), 2));
  }

  private void parts() {
    table(
        "Where the time of a step goes, ms; data is made ready beside",
        List.of(
            "configuration",
            "ext. fwd",
            "modules fwd",
            "modules bwd",
            "ext. bwd",
            "all bwd",
            "optim",
            "data"),
        report.parts().stream().map(BenchTables::row).toList());
  }

  private static List<String> row(StepParts parts) {
    return Stream.concat(
            Stream.of(parts.name()),
            Stream.of(
                    new Double[] {
                      parts.extractorForward(),
                      parts.modulesForward(),
                      parts.modulesBackward(),
                      parts.extractorBackward(),
                      parts.backward(),
                      parts.optimizer(),
                      parts.data()
                    })
                .map(seconds -> seconds == null ? NONE : millis(seconds)))
        .toList();
  }

  private void table(String title, List<String> headings, List<List<String>> rows) {
    lines.addAll(table(title, headings, rows, unicode));
  }

  /** A table below a title and a blank line. */
  static List<String> table(
      String title, List<String> headings, List<List<String>> rows, boolean unicode) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(List.of(title));
    lines.addAll(new TextTable(headings, leftAligned(rows)).lines(unicode));
    return lines;
  }

  /** First cells of equal width, so that names stand at the left. */
  private static List<List<String>> leftAligned(List<List<String>> rows) {
    int width = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
    return rows.stream()
        .map(
            row -> {
              List<String> padded = new ArrayList<>(row);
              padded.set(0, row.get(0) + " ".repeat(width - row.get(0).length()));
              return List.copyOf(padded);
            })
        .toList();
  }

  /** In milliseconds. */
  static String quartiles(Quartiles seconds) {
    return millis(seconds.lowerQuartile()) + " - " + millis(seconds.upperQuartile());
  }

  static String millis(double seconds) {
    double millis = seconds * MILLIS;
    return decimals(millis, millis < 10 ? 2 : 1);
  }

  static String decimals(double value, int count) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }
}
