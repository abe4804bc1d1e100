package io.github.sid4j.cli;

import io.github.sid4j.internal.bench.PipelinePrediction;
import io.github.sid4j.internal.bench.PipelineReport;
import io.github.sid4j.internal.bench.Quartiles;
import io.github.sid4j.internal.bench.StageCost;
import io.github.sid4j.internal.bench.Throughput;
import java.util.ArrayList;
import java.util.List;

/** A pipeline as tables for a terminal: its stages, how fast it was, how fast more would be. */
final class PipelineTables {
  private static final double MICROS = 1e6;

  private final PipelineReport report;
  private final boolean unicode;

  PipelineTables(PipelineReport report, boolean unicode) {
    this.report = report;
    this.unicode = unicode;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        BenchTables.table(
            "Stages one by one on one thread, median ms",
            List.of("stage", "n", "forward", "backward", "update", "all", "quartiles"),
            report.stages().stream().map(PipelineTables::row).toList(),
            unicode));
    lines.addAll(
        BenchTables.table(
            "Time of a batch, %s batches a turn with the filling; the model is for these stages"
                .formatted(report.batches()),
            List.of("configuration", "n", "ms", "quartiles", "batches/s", "speed-up", "model ms"),
            report.throughputs().stream().map(PipelineTables::row).toList(),
            unicode));
    Quartiles handOver = report.handOverSeconds();
    lines.addAll(
        BenchTables.table(
            "By the model, with a core for each stage and %s us for each hand-over (n %s)"
                .formatted(BenchTables.decimals(handOver.median() * MICROS, 1), handOver.n()),
            List.of(
                "stages", "slowest ms", "all ms", "fill ms", "batches/s", "speed-up", "per core"),
            report.predictions().stream().map(PipelineTables::row).toList(),
            unicode));
    return lines;
  }

  private static List<String> row(StageCost cost) {
    return List.of(
        Integer.toString(cost.stage()),
        Integer.toString(cost.seconds().n()),
        BenchTables.millis(cost.forwardSeconds().median()),
        BenchTables.millis(cost.backwardSeconds().median()),
        BenchTables.millis(cost.updateSeconds().median()),
        BenchTables.millis(cost.seconds().median()),
        BenchTables.quartiles(cost.seconds()));
  }

  private static List<String> row(Throughput one) {
    return List.of(
        one.name(),
        Integer.toString(one.batchSeconds().n()),
        BenchTables.millis(one.batchSeconds().median()),
        BenchTables.quartiles(one.batchSeconds()),
        BenchTables.decimals(one.batchesPerSecond(), 2),
        BenchTables.decimals(one.speedUp(), 2),
        one.predictedSeconds() == null ? "-" : BenchTables.millis(one.predictedSeconds()));
  }

  private static List<String> row(PipelinePrediction one) {
    return List.of(
        Integer.toString(one.stages()),
        BenchTables.millis(one.slowestSeconds()),
        BenchTables.millis(one.allSeconds()),
        BenchTables.millis(one.fillSeconds()),
        BenchTables.decimals(one.batchesPerSecond(), 2),
        BenchTables.decimals(one.speedUp(), 2),
        BenchTables.decimals(one.efficiency(), 2));
  }
}
