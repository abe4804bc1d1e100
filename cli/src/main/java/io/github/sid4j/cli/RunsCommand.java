package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.catalog.RunList;
import io.github.sid4j.internal.catalog.RunSummary;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid runs}. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lists runs, the newest first, and removes them.",
      "Removing takes --yes, and shows without it what would go. Only files that a run wrote are"
          + " removed, never what another process is writing, and no link is followed."
    },
    footer = {
      "",
      "Examples:",
      "  sid runs",
      "  sid runs --state stopped --json runs",
      "  sid runs --remove runs/a runs/b --yes",
      "  sid runs --remove-checkpoints latest"
    })
final class RunsCommand implements Callable<Integer> {
  private static final Path RUNS = Path.of("runs");
  private static final List<String> STATES = List.of("running", "finished", "stopped", "damaged");

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..*",
      description =
          "Where to look, or the runs to remove, where latest is the newest. Default: runs.")
  private List<Path> folders = List.of();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those that are running, finished, stopped or damaged.")
  private String state;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @ArgGroup private Removal removal;

  @Option(names = "--yes", description = "Really remove.")
  private boolean yes;

  /** What is to go. */
  private static final class Removal {
    // Of the two flags one is given; the other one says which.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--remove", description = "Remove the runs in these folders.")
    private boolean all;

    @Option(
        names = "--remove-checkpoints",
        description = "Remove their checkpoints: these finished runs can then not be extended.")
    private boolean checkpoints;
  }

  RunsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> named = new ArrayList<>();
    for (Path folder : folders) {
      named.add(NamedRun.of(folder, terminal));
    }
    if (removal != null) {
      remove(named);
      return ExitCode.SUCCESS;
    }
    if (yes) {
      throw new InputException(
          "--yes", "--remove or --remove-checkpoints beside it", "neither", "give one of the two");
    }
    list(named);
    return ExitCode.SUCCESS;
  }

  private void list(List<Path> named) throws IOException {
    if (state != null && !STATES.contains(state)) {
      throw new InputException("--state", String.join(", ", STATES), state, "correct it");
    }
    boolean nothingYet = named.isEmpty() && !Files.exists(RUNS);
    RunList found =
        nothingYet
            ? new RunList(List.of())
            : RunList.below(named.isEmpty() ? List.of(RUNS) : named);
    List<RunSummary> runs =
        found.runs().stream().filter(run -> state == null || run.state().equals(state)).toList();
    if (json) {
      terminal.out().println(RunJson.text(new RunList(runs)));
    } else if (runs.isEmpty()) {
      terminal.out().println("no runs");
    } else {
      RunTable.lines(runs, terminal.unicode()).forEach(terminal.out()::println);
    }
  }

  private void remove(List<Path> named) throws IOException {
    if (named.isEmpty() || json || state != null) {
      throw new InputException(
          "sid runs",
          "the folders of the runs to remove, without --json and --state",
          named.isEmpty() ? "none" : json ? "--json" : "--state",
          "name each run, as sid runs shows it");
    }
    List<RunRemoval> removals = new ArrayList<>();
    // All are looked at before the first is removed.
    for (Path run : named) {
      removals.add(RunRemoval.of(run, removal.checkpoints));
    }
    for (RunRemoval one : removals) {
      if (yes) {
        one.carryOut();
      }
      terminal.out().println(line(one));
    }
    if (!yes) {
      terminal.err().println("nothing is removed without --yes");
    }
  }

  private String line(RunRemoval one) {
    return ConsoleTexts.printable(
        "%s %s%s: %s %s, %s%s"
            .formatted(
                yes ? "removed" : "would remove",
                one.checkpointsOnly() ? "the checkpoints of " : "",
                one.folder(),
                ConsoleTexts.count(one.files()),
                one.files() == 1 ? "file" : "files",
                ConsoleTexts.bytes(one.bytes()),
                one.others() == 0
                    ? ""
                    : "; %s that no run wrote, %s"
                        .formatted(one.others(), yes ? "stay" : "would stay")));
  }
}
