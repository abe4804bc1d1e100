package io.github.sid4j.cli;

import io.github.sid4j.internal.cluster.Seat;
import io.github.sid4j.internal.compare.ByteSize;
import io.github.sid4j.internal.compare.Comparison;
import io.github.sid4j.internal.compare.ComparisonResult;
import io.github.sid4j.internal.compare.Spec;
import io.github.sid4j.internal.process.Launch;
import io.github.sid4j.internal.run.Machine;
import io.github.sid4j.settings.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Trains every run of a grid side by side and compares them.",
      "Given again, the same command continues with what is left to run.",
      "Under a launcher the processes share the runs."
    },
    footer = {
      "",
      "Examples:",
      "  sid compare specs/alpha-small.yaml",
      "",
      "docs/guides/compare.md has the form of a specification and of the results."
    })
final class CompareCommand implements Callable<Integer> {
  /** Of the machine's memory; the rest is left to the system and its file cache. */
  private static final double MOST = 0.8;

  /** Processes of a launcher on this machine. */
  private static final int NEIGHBOURS = Seat.neighbours(System.getenv());

  private final Terminal terminal;
  private final BooleanSupplier stop;

  @Parameters(paramLabel = "SPEC", description = "YAML file that says what is compared.")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description = "Folder for runs and results. Default: runs/compare-NAME.")
  private Path out;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "Where the data sets' files are; the same as --set data=PATH.")
  private String data;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting for all runs, before those of SPEC; may be repeated.")
  private List<String> pairs = List.of();

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Cores for all runs together. Default: all, shared by the ranks of a machine.")
  private int cores = Math.max(1, Runtime.getRuntime().availableProcessors() / NEIGHBOURS);

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Memory for all runs together, as 12g. Default: 80 %% of the machine's.")
  private String memory;

  @Option(names = "--retry-failed", description = "Run again what failed before.")
  private boolean retryFailed;

  CompareCommand(Terminal terminal, BooleanSupplier stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    WorkloadOptions.atLeast("--cores", 1, cores);
    Comparison.Part part =
        Seat.of(System.getenv())
            .map(seat -> new Comparison.Part(seat.rank(), seat.size()))
            .orElse(Comparison.Part.ALL);
    Spec spec = Spec.read(file);
    Path folder = out == null ? Comparison.usualFolder(spec) : out;
    Comparison.Means means =
        new Comparison.Means(
            Launch.likeThisProcess(Main.class.getName()),
            cores,
            memory(),
            retryFailed,
            part,
            Seat.variables());
    Comparison comparison = new Comparison(spec, overrides(), folder, means);
    if (part.rank() > 0) {
      RankCells cells = new RankCells();
      boolean complete = comparison.run(cells, stop).complete();
      terminal.err().printf("rank %s of %s: %s%n", part.rank(), part.size(), cells);
      return complete ? ExitCode.SUCCESS : ExitCode.STOPPED;
    }
    ComparisonResult result;
    try (CompareProgress progress = new CompareProgress(terminal)) {
      result = comparison.run(progress, stop);
    }
    CompareTables.lines(result, terminal.unicode(), terminal.width())
        .forEach(terminal.out()::println);
    terminal.out().println("results in " + folder);
    terminal.out().println("report " + comparison.report(result));
    if (!result.complete()) {
      terminal.err().println("stopped; to continue, repeat the command");
      return ExitCode.STOPPED;
    }
    return result.summaries().stream().anyMatch(one -> one.failed() > 0)
        ? ExitCode.FAILURE
        : ExitCode.SUCCESS;
  }

  private long memory() {
    return memory == null
        ? Math.round(Machine.memoryBytes() * MOST / NEIGHBOURS)
        : ByteSize.parse("--memory", memory);
  }

  private List<Assignment> overrides() {
    List<Assignment> overrides = new ArrayList<>();
    pairs.stream().map(SetOption::read).forEach(overrides::add);
    if (data != null) {
      overrides.add(Assignment.of("data", data));
    }
    return overrides;
  }
}
