package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.probe.Probe;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.ProbeResult.ColumnProbe;
import io.github.sid4j.internal.run.ProbeResult.ModuleProbe;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid probe}. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Measures what each module knows and where its gradient points.",
      "Of a table it also measures what each column is worth to each module.",
      "The result is stored in the run, and the report shows it."
    },
    footer = {"", "Examples:", "  sid probe latest"})
final class ProbeCommand implements Callable<Integer> {
  private static final int FEWEST = 10;

  /** Columns of a table that are shown; the report has more, and the file all. */
  private static final int COLUMNS = 10;

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "Folder of the run, or latest.")
  private Path run;

  @Mixin private DataOption data;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "" + Probe.SAMPLES,
      description =
          "Samples of the training part that linear maps are fitted to. Default: ${DEFAULT-VALUE}.")
  private int samples;

  @Option(names = "--json", description = "Print what is stored instead of a table.")
  private boolean json;

  ProbeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (samples < FEWEST) {
      throw new InputException(
          "--samples", "at least " + FEWEST, Integer.toString(samples), "correct it");
    }
    run = NamedRun.of(run, terminal);
    ProbeResult result = Probe.measure(data.opening(run), samples);
    List<String> lines = json ? List.of(RunJson.text(result)) : table(result);
    lines.forEach(terminal.out()::println);
    return ExitCode.SUCCESS;
  }

  private List<String> table(ProbeResult result) {
    List<List<String>> rows = new ArrayList<>();
    if (result.extractorCosine() != null) {
      rows.add(List.of("extractor", "", "", "", cosine(result.extractorCosine()), ""));
    }
    for (ModuleProbe module : result.modules()) {
      rows.add(
          List.of(
              String.valueOf(module.index()),
              ConsoleTexts.percent(module.accuracy()),
              ConsoleTexts.percent(module.linearAccuracy()),
              module.inputError() == null ? "" : ConsoleTexts.percent(module.inputError()),
              cosine(module.cosine()),
              ConsoleTexts.percent(module.settled())));
    }
    List<String> lines =
        new ArrayList<>(
            new TextTable(
                    List.of("module", "accuracy", "linear", "input lost", "cosine", "settled"),
                    rows)
                .lines(terminal.unicode()));
    lines.add("");
    lines.addAll(
        ConsoleTexts.wrap(
            terminal.width(),
            "",
            "%s samples of the %s part; linear maps fitted to %s training samples, gradients of %s batches"
                .formatted(
                    ConsoleTexts.count(result.measured()),
                    result.part(),
                    ConsoleTexts.count(result.fitted()),
                    result.batches())));
    if (!result.inputs().isEmpty()) {
      lines.add("");
      lines.addAll(inputs(result));
    }
    if (!result.columns().isEmpty()) {
      lines.add("");
      lines.addAll(columns(result));
    }
    lines.add("stored in " + new RunPaths(run).probe());
    return lines;
  }

  private List<String> inputs(ProbeResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (ProbeResult.InputProbe input : result.inputs()) {
      rows.add(row("without " + input.name(), input.without()));
      rows.add(row(input.name() + " alone", input.alone()));
    }
    return new TextTable(heading(result, "accuracy"), rows).lines(terminal.unicode());
  }

  private static List<String> heading(ProbeResult result, String first) {
    List<String> heading = new ArrayList<>(List.of(first));
    result.modules().forEach(module -> heading.add("module " + module.index()));
    return heading;
  }

  private static List<String> row(String name, List<Double> shares) {
    List<String> row = new ArrayList<>(List.of(name));
    shares.forEach(share -> row.add(ConsoleTexts.percent(share)));
    return row;
  }

  private List<String> columns(ProbeResult result) {
    List<String> heading = heading(result, "accuracy lost without");
    List<List<String>> rows = new ArrayList<>();
    int shown = Math.min(COLUMNS, result.columns().size());
    for (ColumnProbe column : result.columns().subList(0, shown)) {
      rows.add(row(column.name(), column.losses()));
    }
    List<String> lines = new ArrayList<>(new TextTable(heading, rows).lines(terminal.unicode()));
    lines.add("");
    if (shown < result.columns().size()) {
      lines.add("the first %s of %s columns".formatted(shown, result.columns().size()));
    }
    return lines;
  }

  private static String cosine(Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
  }
}
