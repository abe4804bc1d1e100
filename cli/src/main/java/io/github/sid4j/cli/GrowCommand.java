package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.reshape.GrowReport;
import io.github.sid4j.reshape.Growth;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sid grow}. */
@Command(
    name = "grow",
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Puts modules behind the cascade of a run and trains these alone.",
      "The run stays as it is; the longer cascade is a run of its own."
    },
    synopsisHeading = "Usage: ",
    customSynopsis = "sid grow RUN --modules K [--json] [SETTINGS]",
    footer = {
      "",
      "Examples:",
      "  sid grow runs/a --modules 2",
      "  sid grow latest --modules 1 --data path/to/more --replay 0.2",
      "",
      "What is not said is as it was in the run. Other data may have other classes:",
      "those of the run keep their places, by their names, and new ones come behind them."
    })
final class GrowCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final StopRequest stop;
  private final TrainingRunner training;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of the run, or latest.")
  private Path run;

  @Option(
      names = "--modules",
      paramLabel = "K",
      required = true,
      description = "How many modules to add.")
  private int modules;

  @Option(names = "--json", description = "Print JSON; the course goes to the standard error.")
  private boolean json;

  @Option(names = "--verbose", description = TrainCommand.VERBOSE)
  private boolean verbose;

  GrowCommand(Terminal terminal, StopRequest stop, TrainingRunner training) {
    this.terminal = terminal;
    this.stop = stop;
    this.training = training;
  }

  /** Settings of the network are the run's: only how modules learn, and which, can be said. */
  static boolean offers(Setting<?> setting) {
    return (setting.group() != SettingGroup.MODEL
            || setting == ModelSetting.METHOD
            || setting == ReshapeSetting.FROZEN)
        && !RankPart.SETTINGS.contains(setting);
  }

  @Override
  public Integer call() throws IOException {
    RankPart.refuse("sid grow");
    run = NamedRun.of(run, terminal);
    Settings settings =
        Growth.settings(
            run,
            modules,
            SettingOptions.given(spec.commandLine().getParseResult(), GrowCommand::offers));
    TrainCommand.checkVerbose(verbose, settings);
    Terminal course =
        json
            ? new Terminal(
                terminal.err(),
                terminal.err(),
                terminal.interactive(),
                terminal.unicode(),
                terminal.width())
            : terminal;
    try (ConsoleView view = new ConsoleView(course, settings, verbose, FlagTexts.of(spec))) {
      Optional<RunResult> result = training.run(settings, view, stop);
      if (result.isEmpty()) {
        view.stopped();
        return ExitCode.STOPPED;
      }
    }
    report(settings.get(RunSetting.OUT).orElseThrow());
    return ExitCode.SUCCESS;
  }

  /** The old data may be missing; then no forgetting is reported. */
  private void report(Path out) throws IOException {
    GrowReport report;
    try {
      report = Growth.report(run, out);
    } catch (InputException e) {
      terminal
          .err()
          .println(
              "sid: warning: what was forgotten is not measured: " + FlagTexts.of(spec).line(e));
      return;
    }
    if (json) {
      terminal.out().println(RunJson.text(report));
      return;
    }
    terminal.out().println();
    new TextTable(
            List.of("module", "old test, before", "old test, after", "new test"), rows(report))
        .lines(terminal.unicode())
        .forEach(terminal.out()::println);
    terminal.out().println();
    terminal
        .out()
        .println(
            "old: %s test samples of %s; new: %s of %s"
                .formatted(
                    ConsoleTexts.count(report.oldTestSize()),
                    report.run(),
                    ConsoleTexts.count(report.newTestSize()),
                    report.out()));
  }

  private static List<List<String>> rows(GrowReport report) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < report.oldAfter().size(); i++) {
      Double before = i < report.oldBefore().size() ? report.oldBefore().get(i) : null;
      rows.add(
          List.of(
              String.valueOf(i + 1),
              ConsoleTexts.percent(before),
              ConsoleTexts.percent(report.oldAfter().get(i)),
              ConsoleTexts.percent(report.newAfter().get(i))));
    }
    return rows;
  }
}
