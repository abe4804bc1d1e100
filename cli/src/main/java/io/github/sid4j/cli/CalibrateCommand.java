package io.github.sid4j.cli;

import io.github.sid4j.calibrate.Calibrator;
import io.github.sid4j.calibrate.Goal;
import io.github.sid4j.calibrate.Refusal;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Finds how far probabilities can be trusted and where to stop.",
      "Both are found on the validation part. From then on sid predict does so;"
          + " sid predict --uncalibrated does not."
    },
    footer = {"", "Examples:", "  sid calibrate latest --loss 0.5"})
final class CalibrateCommand implements Callable<Integer> {
  private static final double LOSS = 0.3;

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "Folder of the run, or latest.")
  private Path run;

  @Mixin private DataOption data;

  @ArgGroup(multiplicity = "0..1")
  private Wanted wanted;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Threads; 0 takes all cores. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--none-of-these",
      arity = "0..1",
      paramLabel = "PERCENT",
      fallbackValue = "5",
      description = {
        "From then on sid predict says none of these of an answer that is not probable enough.",
        "At most so many percent of the validation part are refused. Default: 5."
      })
  private Double refused;

  @Option(
      names = "--unknown",
      paramLabel = "PATH",
      description = {
        "Folder of images, or CSV file, of classes that the model does not know:",
        "measures how many are refused. Includes --none-of-these."
      })
  private Path unknown;

  @Option(names = "--json", description = "Print what is stored instead of a table.")
  private boolean json;

  /** What the rule is chosen for. */
  private static final class Wanted {
    @Option(
        names = "--loss",
        paramLabel = "POINTS",
        description = "Least compute for at most so many points of accuracy lost. Default: 0.3.")
    private Double loss;

    @Option(
        names = "--accuracy",
        paramLabel = "PERCENT",
        description = "Least compute for at least this accuracy.")
    private Double accuracy;

    @Option(
        names = "--budget",
        paramLabel = "PERCENT",
        description = "Highest accuracy for at most this share of the multiplications.")
    private Double budget;

    private Goal goal() {
      if (loss != null) {
        return new Goal(Goal.Kind.LOSS, loss);
      }
      return accuracy != null
          ? new Goal(Goal.Kind.ACCURACY, accuracy)
          : new Goal(Goal.Kind.BUDGET, budget);
    }
  }

  CalibrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    run = NamedRun.of(run, terminal);
    Goal goal = wanted == null ? new Goal(Goal.Kind.LOSS, LOSS) : wanted.goal();
    Settings.defaults().with(new Assignment("threads", "" + threads, "--threads"));
    int cores = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    Calibration calibration = Calibrator.calibrate(data.opening(run), goal, refusal(), cores);
    List<String> lines = json ? List.of(RunJson.text(calibration)) : text(calibration, goal.kind());
    lines.forEach(terminal.out()::println);
    return ExitCode.SUCCESS;
  }

  /** What is to be refused; null if nothing is. */
  private Refusal refusal() throws IOException {
    if (refused == null && unknown == null) {
      return null;
    }
    double share = refused == null ? Refusal.SHARE : refused / 100;
    return new Refusal(
        share, unknown == null ? null : new UnknownInputs(run, unknown, terminal)::read);
  }

  private List<String> text(Calibration calibration, Goal.Kind kind) {
    CalibrationReasons reasons = new CalibrationReasons(calibration, kind);
    List<String> lines = new ArrayList<>(modules(calibration).lines(terminal.unicode()));
    lines.add("");
    lines.addAll(ConsoleTexts.wrap(terminal.width(), "wanted  ", calibration.wanted()));
    lines.addAll(
        ConsoleTexts.wrap(
            terminal.width(),
            "chosen  ",
            calibration.exit() + ": " + calibration.decision().reason()));
    lines.addAll(reasons.lines(terminal.width()));
    lines.add("");
    lines.addAll(outcomes(calibration).lines(terminal.unicode()));
    // Without a rule both times are of the same work.
    if (calibration.time() != null && calibration.exit().kind() != ExitRule.Kind.NEVER) {
      lines.add("");
      lines.addAll(
          ConsoleTexts.wrap(
              terminal.width(),
              "",
              "a sample takes %s ms with all modules and %s ms with the rule, %s of it"
                  .formatted(
                      milliseconds(calibration.time(), calibration.time().fullSeconds()),
                      milliseconds(calibration.time(), calibration.time().chosenSeconds()),
                      ConsoleTexts.percent(
                          calibration.time().chosenSeconds() / calibration.time().fullSeconds()))));
    }
    lines.add("");
    lines.addAll(reasons.fromNowOn(terminal.width()));
    lines.addAll(reasons.noneOfThese(terminal.width()));
    RunPaths paths = new RunPaths(run);
    lines.add("stored in " + paths.calibration());
    lines.add("to look at " + paths.calibrationPage());
    return lines;
  }

  private static TextTable modules(Calibration calibration) {
    return new TextTable(
        List.of("module", "compute", "val acc", "ECE", "temperature", "ECE then", "gain"),
        calibration.answering().stream()
            .map(
                module ->
                    List.of(
                        Integer.toString(module.index()),
                        ConsoleTexts.percent(module.compute()),
                        ConsoleTexts.percent(module.accuracy()),
                        ConsoleTexts.percent(module.ece()),
                        String.format(Locale.ROOT, "%.2f", module.temperature()),
                        ConsoleTexts.percent(module.eceTempered()),
                        CalibrationReasons.gain(module.fit())))
            .toList());
  }

  private static TextTable outcomes(Calibration calibration) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("validation, all modules", calibration.full()));
    rows.add(row("validation, chosen", calibration.chosen()));
    if (calibration.test() != null) {
      rows.add(row("test, all modules", calibration.test().full()));
      rows.add(row("test, chosen", calibration.test().chosen()));
    }
    return new TextTable(List.of("", "accuracy", "compute", "mean depth"), rows);
  }

  private static List<String> row(String name, Outcome outcome) {
    return List.of(
        name,
        ConsoleTexts.percent(outcome.accuracy()),
        ConsoleTexts.percent(outcome.compute()),
        String.format(Locale.ROOT, "%.2f", outcome.meanDepth()));
  }

  private static String milliseconds(Calibration.Time time, double seconds) {
    return ConsoleTexts.rounded(1000 * seconds / time.samples());
  }
}
