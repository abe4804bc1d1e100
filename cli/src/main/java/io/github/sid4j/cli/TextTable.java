package io.github.sid4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of numbers for a terminal: columns aligned at the right, headings above a rule.
 *
 * @param headings of the columns
 * @param rows each with a cell by column
 */
record TextTable(List<String> headings, List<List<String>> rows) {
  /** Makes every cell one of visible characters, which are what a width counts. */
  TextTable {
    headings = headings.stream().map(ConsoleTexts::printable).toList();
    rows = rows.stream().map(row -> row.stream().map(ConsoleTexts::printable).toList()).toList();
  }

  /**
   * The table as text.
   *
   * @param unicode whether box characters may be used
   * @return lines without trailing blanks
   */
  List<String> lines(boolean unicode) {
    List<Integer> widths = IntStream.range(0, headings.size()).map(this::width).boxed().toList();
    List<String> lines = new ArrayList<>();
    lines.add(line(headings, widths, unicode));
    lines.add(
        widths.stream()
            .map(width -> (unicode ? "─" : "-").repeat(width))
            .collect(Collectors.joining(unicode ? "─┼─" : "-+-")));
    rows.forEach(row -> lines.add(line(row, widths, unicode)));
    return lines;
  }

  private int width(int column) {
    int cells = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(headings.get(column).length(), cells);
  }

  private static String line(List<String> cells, List<Integer> widths, boolean unicode) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> " ".repeat(widths.get(i) - cells.get(i).length()) + cells.get(i))
        .collect(Collectors.joining(unicode ? " │ " : " | "));
  }
}
