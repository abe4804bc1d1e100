package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds cells with several labels, as {@code "comedy, drama"} where {@code comedy} and {@code
 * drama} stand in other cells too: samples that belong to several classes at once.
 */
final class SeveralLabels {
  private static final List<String> MARKS = List.of(",", ";", "|");

  private SeveralLabels() {}

  /**
   * Refuses a column in which cells have several labels.
   *
   * @param where the column is
   * @param names the different cells of it
   * @throws InputException if all parts of a cell are labels of other cells
   */
  static void check(String where, List<String> names) {
    for (String mark : MARKS) {
      Map<String, Integer> cellsWith = new HashMap<>();
      for (String name : names) {
        parts(name, mark).stream()
            .distinct()
            .forEach(part -> cellsWith.merge(part, 1, Integer::sum));
      }
      for (String name : names) {
        List<String> parts = parts(name, mark);
        // Digits around a comma are a number, as in 1,5.
        boolean number =
            parts.stream().allMatch(part -> part.matches("[0-9]+")) && mark.equals(",");
        if (parts.size() > 1
            && !number
            && parts.stream()
                .allMatch(part -> !part.isEmpty() && cellsWith.getOrDefault(part, 0) > 1)) {
          throw new InputException(
              where,
              "one class in each cell; several labels of a sample are not supported",
              CellText.quoted(name) + ", whose parts stand in other cells too",
              "name one class in each, set another label-column, or join the parts by another sign");
        }
      }
    }
  }

  private static List<String> parts(String name, String mark) {
    return Arrays.stream(name.split(Pattern.quote(mark), -1)).map(String::strip).toList();
  }
}
