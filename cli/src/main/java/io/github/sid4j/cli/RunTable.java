package io.github.sid4j.cli;

import io.github.sid4j.internal.catalog.RunSummary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs in a table: one a line, its folder last, since that may be long. */
final class RunTable {
  private static final String UNKNOWN = "-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private RunTable() {}

  static List<String> lines(List<RunSummary> runs, boolean unicode) {
    List<String> table =
        new TextTable(
                List.of(
                    "started",
                    "state",
                    "data",
                    "method",
                    "network",
                    "epochs",
                    "val acc",
                    "test acc",
                    "size"),
                runs.stream().map(RunTable::row).toList())
            .lines(unicode);
    String between = unicode ? " │ " : " | ";
    List<String> lines = new ArrayList<>();
    lines.add(table.get(0) + between + "run");
    lines.add(table.get(1) + (unicode ? "─┼────" : "-+----"));
    for (int i = 0; i < runs.size(); i++) {
      lines.add(table.get(i + 2) + between + ConsoleTexts.printable(runs.get(i).folder()));
    }
    boolean first = true;
    for (RunSummary run : runs) {
      if (run.problem() != null) {
        if (first) {
          lines.add("");
        }
        first = false;
        lines.add(ConsoleTexts.printable("damaged: " + run.folder() + ": " + run.problem()));
      }
    }
    return lines;
  }

  private static List<String> row(RunSummary run) {
    return List.of(
        TIME.format(Instant.parse(run.started()).atZone(ZoneId.systemDefault())),
        run.state(),
        text(run.dataset()),
        text(run.method()),
        text(run.network()),
        run.epochsDone() + (run.epochs() == null ? "" : "/" + run.epochs()),
        ConsoleTexts.percent(run.validationAccuracy()),
        ConsoleTexts.percent(run.testAccuracy()),
        ConsoleTexts.bytes(run.bytes()));
  }

  private static String text(String name) {
    return name == null ? UNKNOWN : ConsoleTexts.printable(name);
  }
}
