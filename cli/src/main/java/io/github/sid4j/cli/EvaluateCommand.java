package io.github.sid4j.cli;

import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.ChosenEpoch;
import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.internal.train.StoredRun;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Measures a finished run on its test part, by module and class.",
    footer = {"", "Examples:", "  sid evaluate latest", "  sid evaluate latest --tta mirror"})
final class EvaluateCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Evaluating evaluating;

  @Parameters(paramLabel = "RUN", description = "Folder of the run, or latest.")
  private Path run;

  @Mixin private DataOption data;

  @Option(
      names = "--tta",
      paramLabel = "none|mirror|mirror-shift",
      description = "Views of a test image whose logits are averaged. Default: those of the run.")
  private String views;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  EvaluateCommand(Terminal terminal, Evaluating evaluating) {
    this.terminal = terminal;
    this.evaluating = evaluating;
  }

  @Override
  public Integer call() throws IOException {
    run = NamedRun.of(run, terminal);
    RunEvaluation evaluation =
        views == null
            ? evaluating.evaluate(run, data.moved())
            : StoredRun.evaluation(StoredData.opening(run, data.moved()), views);
    List<String> lines =
        json ? List.of(RunJson.text(evaluation)) : table(evaluation, answersWithLast());
    lines.forEach(terminal.out()::println);
    return ExitCode.SUCCESS;
  }

  private boolean answersWithLast() throws IOException {
    Path settings = new RunPaths(run).settings();
    return Files.isRegularFile(settings) && ChosenEpoch.isLast(Settings.read(settings));
  }

  /** {@code last} as in {@link ChosenEpoch}: there is then no other epoch to name. */
  private List<String> table(RunEvaluation evaluation, boolean last) {
    List<String> lines =
        new ArrayList<>(
            ModuleTables.ofTest(
                evaluation.method(), evaluation.modules(), terminal.unicode(), terminal.width()));
    lines.add("");
    if (evaluation.classification() != null) {
      lines.addAll(
          ClassTables.lines(
              evaluation.classification(), last, terminal.unicode(), terminal.width()));
      lines.add("");
    }
    lines.add(
        "test accuracy %s%s (last epoch), on %s samples of %s"
            .formatted(
                last
                    ? ""
                    : ConsoleTexts.percent(evaluation.testAccuracy().best()) + " (best epoch), ",
                ConsoleTexts.percent(evaluation.testAccuracy().last()),
                ConsoleTexts.count(evaluation.testSize()),
                evaluation.dataset()));
    return lines;
  }
}
