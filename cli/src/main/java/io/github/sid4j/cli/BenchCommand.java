package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.bench.Bench;
import io.github.sid4j.internal.bench.BenchPlan;
import io.github.sid4j.internal.bench.BenchReport;
import io.github.sid4j.internal.bench.Configuration;
import io.github.sid4j.internal.bench.Workload;
import io.github.sid4j.internal.process.Launch;
import io.github.sid4j.internal.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sid bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Measures training steps: time, where it goes, and memory.",
      "Each configuration has a process of its own; they take turns, one at a time."
    },
    footer = {
      "",
      "Examples:",
      "  sid bench",
      "",
      "docs/reference/bench.md says what each number is."
    })
final class BenchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private MeasureOptions measures;

  @Mixin private WorkloadOptions workload;

  @Mixin private ConfigurationOptions configurations;

  @Option(
      names = "--rounds",
      paramLabel = "R",
      description = "Turns of each configuration. Default: ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(
      names = "--steps",
      paramLabel = "K",
      description = "Steps in a turn. Default: ${DEFAULT-VALUE}.")
  private int steps = 3;

  @Option(
      names = "--batches",
      paramLabel = "N",
      description = "Batches in a turn of a pipeline. Default: ${DEFAULT-VALUE}.")
  private int batches = 32;

  @Option(
      names = "--depths",
      split = ",",
      paramLabel = "L",
      description = {
        "Numbers of modules of the ladder, or of blocks of depth.",
        "Default: 1,2,4,8,16,32,64 or 4,8,12,24,48."
      })
  private List<Integer> depths = List.of();

  @Option(
      names = "--predict",
      split = ",",
      paramLabel = "K",
      description = "Numbers of stages to predict a pipeline for. Default: 4,8.")
  private List<Integer> predicted = List.of(4, 8);

  @Mixin private PeerOptions peers;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long to wait for one answer of a worker. Default: ${DEFAULT-VALUE}.")
  private int patience = 300;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all numbers to a file.")
  private Path json;

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    RankPart.refuse("sid bench");
    BenchPlan plan = plan();
    checkTarget();
    try (BenchProgress progress = new BenchProgress(terminal)) {
      Launch launch = Launch.likeThisProcess(Main.class.getName(), "bench-worker");
      BenchReport report = new Bench(plan, launch, progress::show).run();
      progress.close();
      new BenchTables(report, terminal.unicode(), terminal.width())
          .lines()
          .forEach(terminal.out()::println);
      peers.leftOut(plan, terminal.width()).forEach(terminal.out()::println);
      if (json != null) {
        RunJson.write(json, report);
        terminal.out().println("all numbers in " + json);
      }
      return ExitCode.SUCCESS;
    }
  }

  private BenchPlan plan() {
    WorkloadOptions.atLeast("--rounds", 1, rounds);
    WorkloadOptions.atLeast("--steps", 1, steps);
    WorkloadOptions.atLeast("--batches", 1, batches);
    WorkloadOptions.atLeast("--patience", 1, patience);
    depths.forEach(depth -> WorkloadOptions.atLeast("--depths", 1, depth));
    predicted.forEach(stages -> WorkloadOptions.atLeast("--predict", 1, stages));
    Workload computed = workload.workload();
    List<Configuration> compared = configurations.configurations(computed.topology());
    return new BenchPlan(
        computed,
        compared,
        measures.measurements(computed, compared),
        workload.threads(),
        rounds,
        steps,
        batches,
        workload.warmup(),
        depths,
        predicted,
        peers.found(computed),
        Duration.ofSeconds(patience));
  }

  /** Before minutes of work, not after. */
  private void checkTarget() {
    if (json == null) {
      return;
    }
    Path folder = json.toAbsolutePath().getParent();
    if (Files.isDirectory(json) || folder == null || !Files.isWritable(folder)) {
      throw new InputException(
          "--json " + json, "a file in a folder that can be written", "none", "name another file");
    }
  }
}
