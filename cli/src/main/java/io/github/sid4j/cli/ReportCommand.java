package io.github.sid4j.cli;

import io.github.sid4j.internal.report.Entry;
import io.github.sid4j.internal.report.ReportPage;
import io.github.sid4j.internal.report.ReportTitle;
import io.github.sid4j.internal.report.RunEntries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Sets runs side by side on one page of HTML.",
      "The page is complete in itself and needs no network."
    },
    footer = {"", "Examples:", "  sid report runs/a runs/b --out report.html"})
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Folders of runs; latest is the newest.")
  private List<Path> runs;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "report.html",
      description = "The page. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "Else the data and the names of the runs.")
  private String title;

  @Option(
      names = "--reference",
      paramLabel = "NAME",
      defaultValue = "first",
      description =
          "What differences are taken to: first, best, or a configuration as the page calls it."
              + " Default: ${DEFAULT-VALUE}.")
  private String reference;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path run : runs) {
      folders.add(NamedRun.of(run, terminal));
    }
    List<Entry> entries = RunEntries.of(folders);
    ReportPage.write(out, title == null ? ReportTitle.of(entries) : title, entries, reference);
    terminal.out().println("report " + out);
    return ExitCode.SUCCESS;
  }
}
