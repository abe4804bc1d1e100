package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Recognizes the delimiter of a CSV file. If the first line has only one of the candidates, it is
 * that one. If it has several, it is the one that cuts every line into as many cells as the first,
 * and whose cells have none of the others but commas between digits. If this is not exactly one,
 * the file is refused.
 */
final class DelimiterFinder {
  private DelimiterFinder() {}

  static CsvDelimiter find(String text, String where) {
    String first =
        text.lines().filter(line -> !CellText.stripped(line).isEmpty()).findFirst().orElse("");
    List<CsvDelimiter> present =
        Arrays.stream(CsvDelimiter.values()).filter(d -> unquoted(first, d.sign()) > 0).toList();
    if (present.size() < 2) {
      return present.isEmpty() ? CsvDelimiter.COMMA : present.get(0);
    }
    List<CsvDelimiter> regular = present.stream().filter(d -> isRegular(text, d)).toList();
    if (regular.isEmpty()) {
      // The reader then names the line that does not fit the most likely one.
      return present.stream()
          .reduce((a, b) -> unquoted(first, b.sign()) > unquoted(first, a.sign()) ? b : a)
          .orElseThrow();
    }
    List<CsvDelimiter> clean =
        regular.stream().filter(d -> regular.size() == 1 || isClean(text, d, regular)).toList();
    if (clean.size() != 1) {
      throw new InputException(
          where + " line 1",
          "one character between cells",
          regular.stream().map(CsvDelimiter::word).collect(Collectors.joining(" and "))
              + ", each of which could be it",
          "set delimiter to the right one");
    }
    return clean.get(0);
  }

  private static boolean isRegular(String text, CsvDelimiter delimiter) {
    try (CSVParser parser = CSVParser.parse(text, CsvFile.format(delimiter))) {
      int width = 0;
      for (CSVRecord record : parser) {
        if (CsvFile.isBlank(record)) {
          continue;
        }
        if (width != 0 && record.size() != width) {
          return false;
        }
        width = record.size();
      }
      return width > 1;
    } catch (IOException | UncheckedIOException e) {
      // Quotes that are wrong with this delimiter.
      return false;
    }
  }

  /** Whether no line has another delimiter that is neither quoted nor a comma between digits. */
  private static boolean isClean(String text, CsvDelimiter delimiter, List<CsvDelimiter> regular) {
    String plain = text.replaceAll("(?<=[0-9]),(?=[0-9])", ".");
    String compared = delimiter == CsvDelimiter.COMMA ? text : plain;
    return regular.stream()
        .filter(other -> other != delimiter)
        .allMatch(other -> unquoted(compared, other.sign()) == 0);
  }

  private static long unquoted(String text, char wanted) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == wanted && !quoted) {
        count++;
      }
    }
    return count;
  }
}
