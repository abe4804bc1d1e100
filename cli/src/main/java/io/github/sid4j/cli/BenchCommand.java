package io.github.sid4j.cli;

import io.github.sid4j.bench.Bench;
import io.github.sid4j.bench.BenchPlan;
import io.github.sid4j.bench.BenchPlan.Measurement;
import io.github.sid4j.bench.BenchReport;
import io.github.sid4j.bench.Configuration;
import io.github.sid4j.bench.Launch;
import io.github.sid4j.error.InputException;
import io.github.sid4j.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
      "Measures training steps: time against the machine's ceilings, where it goes, memory.",
      "Each configuration has a process of its own; they take turns, one at a time."
    },
    footer = {"", "docs/bench.md says what each number is."})
final class BenchCommand implements Callable<Integer> {
  private static final List<String> PRECISIONS = List.of("fp32", "bf16");

  private final Terminal terminal;

  @Option(
      names = "--measure",
      split = ",",
      paramLabel = "WHAT",
      description =
          "Any of steps, parts, memory, ladder (memory against modules)."
              + " Default: steps,parts,memory.")
  private List<String> measures = List.of("steps", "parts", "memory");

  @Mixin private WorkloadOptions workload;

  @Option(
      names = "--methods",
      split = ",",
      paramLabel = "NAME",
      description = "Default: sid,backprop,deep-supervision.")
  private List<String> methods = List.of("sid", "backprop", "deep-supervision");

  @Option(
      names = "--executions",
      split = ",",
      paramLabel = "NAME",
      description = "Ways to carry out sid. Default: single-pass,two-phase,threads,batched.")
  private List<String> executions = List.of("single-pass", "two-phase", "threads", "batched");

  @Option(
      names = "--precisions",
      split = ",",
      paramLabel = "NAME",
      description = "Default: fp32,bf16.")
  private List<String> precisions = PRECISIONS;

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
      names = "--depths",
      split = ",",
      paramLabel = "L",
      description = "Numbers of modules of the ladder. Default: 1,2,4,8,16,32,64.")
  private List<Integer> depths = List.of(1, 2, 4, 8, 16, 32, 64);

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
    BenchPlan plan = plan();
    checkTarget();
    try (BenchProgress progress = new BenchProgress(terminal)) {
      Launch launch = Launch.likeThisProcess(Main.class.getName(), "bench-worker");
      BenchReport report = new Bench(plan, launch, progress::show).run();
      progress.close();
      new BenchTables(report, terminal.unicode()).lines().forEach(terminal.out()::println);
      peers.leftOut(plan).forEach(terminal.out()::println);
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
    WorkloadOptions.atLeast("--patience", 1, patience);
    depths.forEach(depth -> WorkloadOptions.atLeast("--depths", 1, depth));
    precisions.forEach(word -> oneOf("--precisions", PRECISIONS, word));
    List<Configuration> configurations = Configuration.all(methods, executions, precisions);
    return new BenchPlan(
        workload.workload(),
        configurations,
        measurements(),
        workload.threads(),
        rounds,
        steps,
        workload.warmup(),
        depths,
        peers.found(workload.workload()),
        Duration.ofSeconds(patience));
  }

  private Set<Measurement> measurements() {
    Set<Measurement> wanted = EnumSet.noneOf(Measurement.class);
    for (String word : measures) {
      oneOf("--measure", List.of("steps", "parts", "memory", "ladder"), word);
      wanted.add(Measurement.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    return wanted;
  }

  private static void oneOf(String flag, List<String> known, String found) {
    if (!known.contains(found)) {
      throw new InputException(
          flag, "one of " + String.join(", ", known), found, "correct the word");
    }
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
