package io.github.sid4j.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Texts separated by commas, as in a line of CSV: one with a comma, a quotation mark or outer
 * spaces stands in quotation marks, which are doubled inside.
 */
final class QuotedList {
  private QuotedList() {}

  /**
   * Takes a line apart.
   *
   * @throws IllegalArgumentException if a quotation mark is not closed
   */
  static List<String> parse(String line) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c != '"') {
          text.append(c);
        } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
          text.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == ',') {
        texts.add(finished(text, wasQuoted));
        text.setLength(0);
        wasQuoted = false;
      } else if (c == '"' && !wasQuoted && text.toString().isBlank()) {
        text.setLength(0);
        quoted = true;
        wasQuoted = true;
      } else {
        text.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quotation mark is not closed");
    }
    texts.add(finished(text, wasQuoted));
    return texts;
  }

  private static String finished(StringBuilder text, boolean wasQuoted) {
    return wasQuoted ? text.toString() : text.toString().strip();
  }

  static String format(List<String> texts) {
    return texts.stream().map(QuotedList::quoted).collect(Collectors.joining(","));
  }

  /** A line of the entries of a list in a file, which may have their quotation marks already. */
  static String joined(List<String> entries) {
    return entries.stream()
        .map(entry -> entry.startsWith("\"") ? entry : quoted(entry))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String text) {
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.equals(text.strip());
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
