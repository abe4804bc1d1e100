package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.OutOfFold;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.SuspectList;
import io.github.sid4j.internal.suspects.SearchCost;
import io.github.sid4j.internal.suspects.SuspectSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid suspects}. */
@Command(
    name = "suspects",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lists training samples whose labels may be wrong.",
      "It trains again without each fold in turn, and asks the modules about the fold."
    },
    footer = {
      "",
      "Examples:",
      "  sid suspects latest",
      "  sid train photos --exclude runs/a/suspects/suspects.csv"
    })
final class SuspectsCommand implements Callable<Integer> {
  private static final int MOST_FOLDS = 100;

  private final Terminal terminal;
  private final StopRequest stop;

  @Parameters(paramLabel = "RUN", description = "Folder of the run, or latest.")
  private Path run;

  @Mixin private DataOption data;

  @Option(
      names = "--folds",
      paramLabel = "K",
      defaultValue = "5",
      description =
          "Folds of the training part, each left out of one training. Default: ${DEFAULT-VALUE}.")
  private int folds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = {
        "1, or 2 to train each fold again without the labels that the first round finds likely"
            + " wrong.",
        "Default: 2 where the run learned from features, which takes seconds; else 1."
      })
  private Integer rounds;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many to list, the most suspect first. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(
      names = "--likely",
      description = "List only those that are contradicted so surely that they are likely wrong.")
  private boolean likely;

  @Option(names = "--json", description = "Print what is stored instead of a table.")
  private boolean json;

  SuspectsCommand(Terminal terminal, StopRequest stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    RankPart.refuse("sid suspects");
    if (folds < 2 || folds > MOST_FOLDS) {
      throw new InputException(
          "--folds", "2 to " + MOST_FOLDS, Integer.toString(folds), "correct it");
    }
    if (most < 1) {
      throw new InputException("--most", "at least 1", Integer.toString(most), "correct it");
    }
    if (rounds != null && (rounds < 1 || rounds > 2)) {
      throw new InputException("--rounds", "1 or 2", Integer.toString(rounds), "correct it");
    }
    run = NamedRun.of(run, terminal);
    try (SuspectSearch search = SuspectSearch.open(data.opening(run), folds, rounds)) {
      SearchCost cost = search.cost();
      say(text(cost));
      Optional<SuspectList> found =
          search.find(
              most, likely, (number, fold) -> trained(number, cost.trainings(), fold), stop);
      if (found.isEmpty()) {
        say("stopped; the same command trains the folds that are left");
        return ExitCode.STOPPED;
      }
      List<String> lines =
          json ? List.of(RunJson.text(found.get())) : text(found.get(), new RunPaths(run));
      lines.forEach(terminal.out()::println);
      return ExitCode.SUCCESS;
    }
  }

  /** On the standard error, so that the standard output is what was found. */
  private void say(String line) {
    terminal.err().println("sid: " + ConsoleTexts.printable(line));
  }

  private String text(SearchCost cost) {
    int left = cost.trainings() - cost.done();
    String trainings =
        "%s of %s trainings of about %s samples"
            .formatted(
                left,
                cost.trainings(),
                ConsoleTexts.count(
                    Math.round(cost.samples() * (cost.folds() - 1.0) / cost.folds())));
    return left == 0
        ? "all %s trainings are done already".formatted(cost.trainings())
        : Double.isNaN(cost.seconds())
            ? trainings
            : trainings
                + ", about %s by the epochs of the run"
                    .formatted(ConsoleTexts.duration(cost.seconds()));
  }

  private void trained(int number, int trainings, OutOfFold fold) {
    say(
        "training %s of %s: %s samples held out, %s"
            .formatted(
                number,
                trainings,
                ConsoleTexts.count(fold.samples().size()),
                ConsoleTexts.duration(fold.seconds())));
  }

  private List<String> text(SuspectList list, RunPaths paths) {
    List<String> lines = new ArrayList<>(SuspectTable.lines(list, terminal.unicode()));
    lines.addAll(
        ConsoleTexts.wrap(
            terminal.width(),
            "",
            "%s of %s labels are contradicted%s"
                .formatted(
                    ConsoleTexts.count(list.contradicted()),
                    ConsoleTexts.count(list.samples()),
                    list.contradicted() == 0
                        ? ""
                        : ", %s of them so surely that they are likely wrong; look at them before"
                                .formatted(ConsoleTexts.count(list.likely()))
                            + " you exclude them")));
    if (list.showsWeakNetwork()) {
      lines.addAll(
          ConsoleTexts.wrap(
              terminal.width(),
              "",
              "warning: that is so many that it says more of the network than of the labels; train"
                  + " longer, or another network"));
    }
    if (!list.doubtfulClasses().isEmpty()) {
      lines.addAll(
          ConsoleTexts.wrap(
              terminal.width(),
              "",
              ("warning: more than half of the labels are contradicted of %s; there the network"
                      + " may be wrong, rather than the labels")
                  .formatted(
                      list.doubtfulClasses().stream()
                          .map(ConsoleTexts::printable)
                          .collect(Collectors.joining(", ")))));
    }
    lines.addAll(SuspectTable.noise(list, terminal.width()));
    lines.add("to look at " + paths.suspectPage());
    lines.add("to train without them --exclude " + paths.suspectTable());
    return lines;
  }
}
