package io.github.sid4j.cli;

import io.github.sid4j.internal.bench.EngineTime;
import java.util.List;

/** The times of predictions as a table. */
final class InferenceTable {
  private InferenceTable() {}

  static List<String> lines(List<EngineTime> times, boolean unicode) {
    if (times.isEmpty()) {
      return List.of();
    }
    return BenchTables.table(
        "Time of a prediction of all modules; ratio to the first engine, round by round",
        List.of("engine", "threads", "batch", "calls", "p50 ms", "p99 ms", "samples/s", "ratio"),
        times.stream().map(InferenceTable::row).toList(),
        unicode);
  }

  private static List<String> row(EngineTime time) {
    return List.of(
        time.engine(),
        Integer.toString(time.threads()),
        Integer.toString(time.batch()),
        Integer.toString(time.calls()),
        BenchTables.millis(time.p50Seconds()),
        BenchTables.millis(time.p99Seconds()),
        ConsoleTexts.count(Math.round(time.samplesPerSecond())),
        BenchTables.decimals(time.timeRatio(), 2));
  }
}
