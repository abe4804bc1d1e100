package io.github.sid4j.cli;

import io.github.sid4j.predict.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Predictions for people: a row for each thing, or for each module's belief about it. */
final class PredictTable {
  private final int top;
  private final boolean beliefs;
  private final List<List<String>> rows = new ArrayList<>();

  PredictTable(int top, boolean beliefs) {
    this.top = top;
    this.beliefs = beliefs;
  }

  void add(PredictItem item, Prediction prediction) {
    int first = beliefs ? 1 : prediction.depth();
    for (int depth = first; depth <= prediction.depth(); depth++) {
      List<Prediction.Ranked> ranked = prediction.top(depth, top);
      List<String> row = new ArrayList<>();
      row.add(depth == first ? ConsoleTexts.printable(item.place()) : "");
      row.add(Integer.toString(depth));
      boolean none = depth == prediction.depth() && prediction.isNoneOfThese();
      row.add(none ? "none of these" : ConsoleTexts.printable(ranked.get(0).name()));
      row.add(percent(ranked.get(0)));
      if (top > 1) {
        row.add(
            ranked.stream()
                .skip(none ? 0 : 1)
                .map(other -> ConsoleTexts.printable(other.name()) + " " + percent(other))
                .collect(Collectors.joining(", ")));
      }
      rows.add(row);
    }
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<String> lines(boolean unicode) {
    List<String> headings = new ArrayList<>(List.of("input", "module", "class", "probability"));
    if (top > 1) {
      headings.add("next");
    }
    List<Integer> texts = top > 1 ? List.of(0, 2, 4) : List.of(0, 2);
    List<List<String>> all = new ArrayList<>();
    all.add(headings);
    all.addAll(rows);
    for (int column : texts) {
      int width = all.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
      // The table aligns at the right, and words are read from the left.
      all.replaceAll(
          row ->
              IntStream.range(0, row.size())
                  .mapToObj(c -> c == column ? padded(row.get(c), width) : row.get(c))
                  .toList());
    }
    return new TextTable(all.get(0), all.subList(1, all.size()))
        .lines(unicode).stream().map(String::stripTrailing).toList();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String percent(Prediction.Ranked ranked) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * ranked.probability());
  }
}
