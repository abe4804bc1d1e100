package io.github.sid4j.cli;

import io.github.sid4j.internal.bench.BenchReport;
import io.github.sid4j.internal.bench.Environment;
import io.github.sid4j.internal.bench.Load;
import io.github.sid4j.internal.bench.Timing;
import io.github.sid4j.internal.bench.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was measured, and where. */
final class BenchHeading {
  private BenchHeading() {}

  static List<String> lines(BenchReport report, int width) {
    Environment on = report.environment();
    List<String> lines = new ArrayList<>();
    lines.add("date      " + report.started());
    lines.addAll(
        ConsoleTexts.wrap(
            width,
            "versions  ",
            "sid4j %s (commit %s%s), libtorch %s, Java %s"
                .formatted(
                    on.version(),
                    on.commit(),
                    on.dirty() ? " with changes" : "",
                    on.libtorch(),
                    on.javaVersion())));
    lines.addAll(
        ConsoleTexts.wrap(
            width,
            "machine   ",
            "%s, %s cores, %s threads, %s"
                .formatted(on.cpu(), on.cores(), report.threads(), on.os())));
    lines.addAll(
        ConsoleTexts.wrap(
            width,
            "switches  ",
            on.variables().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "))));
    lines.addAll(ConsoleTexts.wrap(width, "workload  ", workload(report)));
    return lines;
  }

  private static String workload(BenchReport report) {
    Workload workload = report.workload();
    boolean shared = workload.topology().equals("shared");
    return "%s on %s, %s%s %s, batch %s, %s classes%s%s"
        .formatted(
            workload.network(),
            workload.image().stream().map(String::valueOf).collect(Collectors.joining("x")),
            shared ? "" : workload.topology() + ", ",
            workload.modules(),
            shared ? "modules" : "stages",
            workload.batch(),
            workload.classes(),
            workload.settings().isEmpty() ? "" : ", " + workload.settings(),
            operations(report));
  }

  /** Configurations of other topologies need others, which are in the file. */
  private static String operations(BenchReport report) {
    List<Long> flops = report.timings().stream().map(Timing::stepFlops).distinct().toList();
    return flops.size() != 1 || flops.get(0) == null
        ? ""
        : ", " + ConsoleTexts.rounded(flops.get(0) / 1e9) + " GFLOP a step";
  }

  /** How quiet the machine was. */
  static String load(BenchReport report) {
    Load load = report.load();
    String line =
        "load average %s before, %s after"
            .formatted(text(load.averageBefore()), text(load.averageAfter()));
    if (load.foreignCores() == null) {
      return line;
    }
    String foreign =
        line + ", %s cores taken by others while timing".formatted(text(load.foreignCores()));
    return load.busy() ? foreign + ": NOT A QUIET MACHINE, times mean little" : foreign;
  }

  private static String text(Double value) {
    return value == null ? "unknown" : BenchTables.decimals(value, 2);
  }
}
