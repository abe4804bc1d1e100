package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.reshape.DepthChoice;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.reshape.Truncation;
import io.github.sid4j.reshape.TruncationReport;
import io.github.sid4j.reshape.TruncationReport.Depth;
import io.github.sid4j.reshape.TruncationReport.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sid truncate}. */
@Command(
    name = "truncate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Cuts the cascade of a finished run off, into a new folder.",
      "The run stays as it is."
    },
    footer = {
      "",
      "Examples:",
      "  sid truncate latest --modules 3",
      "  sid truncate runs/a --tolerance 0.3 --out runs/short"
    })
final class TruncateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of the run, or latest.")
  private Path run;

  @Mixin private DataOption data;

  @Option(
      names = "--modules",
      paramLabel = "K",
      description = "How many modules are left; or say by --tolerance what they must be able to.")
  private Integer modules;

  @Option(
      names = "--tolerance",
      paramLabel = "POINTS",
      description =
          "The fewest modules that are shown by the validation part, with 95 %%, to be at most so"
              + " many points of accuracy below the best depth.")
  private Double tolerance;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of what is left. Default: a new one in runs/, named after the run.")
  private Path out;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  TruncateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    RankPart.refuse("sid truncate");
    run = NamedRun.of(run, terminal);
    if ((modules == null) == (tolerance == null)) {
      throw new InputException(
          "sid truncate",
          "--modules or --tolerance",
          modules == null ? "neither" : "both",
          "give one of the two");
    }
    if (tolerance != null && !(tolerance >= 0 && tolerance <= 100)) {
      throw new InputException(
          "--tolerance", "0 to 100 points", tolerance.toString(), "correct it");
    }
    Truncation truncation = Truncation.of(data.opening(run));
    DepthChoice choice = modules != null ? null : truncation.choose(tolerance / 100);
    int left = choice == null ? modules : choice.modules();
    List<String> command = spec.commandLine().getParent().getParseResult().originalArgs();
    TruncationReport report = truncation.keep(left, out, command).with(choice);
    if (json) {
      terminal.out().println(RunJson.text(report));
    } else {
      print(report);
    }
    return ExitCode.SUCCESS;
  }

  private void print(TruncationReport report) {
    int left = report.after().modules();
    print(
        new TextTable(
            List.of("modules", "parameters", "val acc", "test acc", ""),
            report.depths().stream().map(depth -> row(depth, depth.modules() == left)).toList()));
    terminal.out().println();
    print(
        new TextTable(
            List.of("", "modules", "parameters", "weights", "ms/sample", "test acc"),
            List.of(row("before", report.before()), row("after", report.after()))));
    terminal.out().println();
    if (report.choice() != null) {
      ConsoleTexts.wrap(terminal.width(), "modules  ", left + ": " + report.choice().reason())
          .forEach(terminal.out()::println);
    }
    terminal.out().println("run " + report.out());
  }

  private void print(TextTable table) {
    table.lines(terminal.unicode()).forEach(terminal.out()::println);
  }

  private static List<String> row(Depth depth, boolean left) {
    return List.of(
        String.valueOf(depth.modules()),
        ConsoleTexts.count(depth.parameters()),
        ConsoleTexts.percent(depth.validationAccuracy()),
        ConsoleTexts.percent(depth.testAccuracy()),
        left ? "<" : "");
  }

  private static List<String> row(String name, Size size) {
    return List.of(
        name,
        String.valueOf(size.modules()),
        ConsoleTexts.count(size.parameters()),
        String.format(Locale.ROOT, "%.2f MB", size.weightBytes() / 1e6),
        ConsoleTexts.rounded(size.secondsPerSample() * 1e3),
        ConsoleTexts.percent(size.testAccuracy()));
  }
}
