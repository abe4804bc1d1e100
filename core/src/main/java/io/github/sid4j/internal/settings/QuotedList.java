package io.github.sid4j.internal.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads texts that commas separate, some of them in double quotes. */
final class QuotedList {
  private static final char QUOTE = '"';
  private static final char SEPARATOR = ',';

  private final String text;
  private final boolean endings;
  private int at;

  QuotedList(String text) {
    this(text, false);
  }

  /**
   * Reads texts that may continue behind their quotes, as {@code "a,b"=drop} does.
   *
   * @param endings whether they may; they are then parts of the same text
   */
  QuotedList(String text, boolean endings) {
    this.text = text;
    this.endings = endings;
  }

  /**
   * All of them, those without quotes stripped of the blanks around them.
   *
   * @return none for a blank text
   * @throws IllegalArgumentException if a quote is not closed, or something follows a closed one
   */
  List<String> entries() {
    List<String> entries = new ArrayList<>();
    if (text.isBlank()) {
      return List.of();
    }
    at = 0;
    do {
      skipBlanks();
      entries.add(at < text.length() && text.charAt(at) == QUOTE ? inQuotes() : plain());
    } while (at++ < text.length());
    return List.copyOf(entries);
  }

  private String plain() {
    int comma = text.indexOf(SEPARATOR, at);
    String entry = text.substring(at, comma < 0 ? text.length() : comma).strip();
    at = comma < 0 ? text.length() : comma;
    return entry;
  }

  private String inQuotes() {
    StringBuilder entry = new StringBuilder();
    int begin = at + 1;
    while (true) {
      int quote = text.indexOf(QUOTE, begin);
      if (quote < 0) {
        throw new IllegalArgumentException("a quote is not closed");
      }
      entry.append(text, begin, quote);
      at = quote + 1;
      if (at == text.length() || text.charAt(at) != QUOTE) {
        break;
      }
      entry.append(QUOTE);
      begin = at + 1;
    }
    skipBlanks();
    if (at < text.length() && text.charAt(at) != SEPARATOR) {
      if (!endings) {
        throw new IllegalArgumentException("a comma is missing after a quote");
      }
      entry.append(plain());
    }
    return entry.toString();
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** The line of entries. */
  static String format(List<String> entries) {
    return entries.stream().map(QuotedList::quoted).collect(Collectors.joining(","));
  }

  /** The one form of an entry: in quotes only where it would be read otherwise without them. */
  static String quoted(String entry) {
    boolean plain =
        entry.indexOf(QUOTE) < 0
            && entry.indexOf(SEPARATOR) < 0
            && !entry.isEmpty()
            && entry.strip().equals(entry);
    return plain ? entry : QUOTE + entry.replace("\"", "\"\"") + QUOTE;
  }
}
