package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the quotation marks of a CSV file. */
final class CsvQuotes {
  private static final Pattern UNCLOSED = Pattern.compile("startline (\\d+)\\) EOF reached");
  private static final Pattern TRAILING = Pattern.compile("Invalid character.*at line: (\\d+)");

  private CsvQuotes() {}

  /**
   * Refuses a file.
   *
   * @param e what the parser says
   */
  static InputException refusal(String where, Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String problem = String.valueOf(cause.getMessage());
    Matcher unclosed = UNCLOSED.matcher(problem);
    if (unclosed.find()) {
      return refusal(where, unclosed.group(1), "a closing quotation mark", "none", e);
    }
    Matcher trailing = TRAILING.matcher(problem);
    return trailing.find()
        ? refusal(where, trailing.group(1), "a delimiter after a quoted cell", "other text", e)
        : new InputException(where, "CSV", problem, "check the quotes", e);
  }

  private static InputException refusal(
      String where, String line, String expected, String found, Exception e) {
    return new InputException(
        where + " line " + line, expected, found, "correct the quotation marks", e);
  }
}
