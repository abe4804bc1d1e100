package io.github.sid4j.cli;

import io.github.sid4j.internal.compare.ByteSize;
import io.github.sid4j.internal.compare.CellResult;
import io.github.sid4j.internal.compare.ComparisonResult;
import io.github.sid4j.internal.compare.Moments;
import io.github.sid4j.internal.compare.SeedSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of a comparison, for a terminal. */
final class CompareTables {
  private static final String NONE = "-";
  private static final int REASONS = 10;

  private CompareTables() {}

  static List<String> lines(ComparisonResult result, boolean unicode, int width) {
    List<String> headings = new ArrayList<>(List.of("run"));
    headings.addAll(result.varying());
    headings.addAll(
        List.of("n", "val %", "test %", "last %", "balanced %", "F1 %", "time", "memory"));
    List<List<String>> rows =
        result.summaries().stream().map(one -> row(one, result.varying(), unicode)).toList();
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(new TextTable(headings, rows).lines(unicode));
    lines.add("");
    lines.addAll(
        ConsoleTexts.wrap(
            width,
            "",
            "n seeds; accuracies as mean and standard deviation: of the epoch that is best on the"
                + " validation part (val, test), and of the last one (last); balanced accuracy and"
                + " macro F1 of the test part, of the best epoch"));
    lines.addAll(reasons(result, width));
    return lines;
  }

  private static List<String> row(SeedSummary summary, List<String> varying, boolean unicode) {
    List<String> row = new ArrayList<>(List.of(summary.run()));
    for (String name : varying) {
      row.add(summary.varying().getOrDefault(name, NONE));
    }
    boolean all = summary.done() == summary.cells();
    row.add(all ? "" + summary.done() : summary.done() + "/" + summary.cells());
    row.add(percent(summary.validationBest(), unicode));
    row.add(percent(summary.testBest(), unicode));
    row.add(percent(summary.testLast(), unicode));
    row.add(percent(summary.balancedAccuracy(), unicode));
    row.add(percent(summary.macroF1(), unicode));
    row.add(
        summary.wallSeconds() == null ? NONE : ConsoleTexts.duration(summary.wallSeconds().mean()));
    row.add(summary.peakRssBytes() == null ? NONE : ByteSize.text(summary.peakRssBytes()));
    return row;
  }

  private static String percent(Moments moments, boolean unicode) {
    if (moments == null) {
      return NONE;
    }
    String mean = decimals(moments.mean() * 100);
    return moments.deviation() == null
        ? mean
        : mean + (unicode ? " ± " : " +- ") + decimals(moments.deviation() * 100);
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Why cells have no numbers; all of them are in the files. */
  private static List<String> reasons(ComparisonResult result, int width) {
    List<CellResult> without =
        result.cells().stream().filter(cell -> cell.reason() != null).toList();
    List<String> lines = new ArrayList<>();
    without.stream()
        .limit(REASONS)
        .forEach(
            cell ->
                lines.addAll(
                    ConsoleTexts.wrap(
                        width, "", "%s %s: %s".formatted(cell.id(), cell.state(), cell.reason()))));
    if (without.size() > REASONS) {
      lines.add("and %s more".formatted(without.size() - REASONS));
    }
    return lines;
  }
}
