package io.github.sid4j.data.table;

import java.util.Set;
import java.util.regex.Pattern;

/** What the text of a cell stands for. */
public final class Cells {
  private static final Set<String> MISSING = Set.of("?", "NA", "N/A", "NaN");

  /** Stricter than Java's own parser, which takes "1f" and "0x1p3" for numbers too. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Cells() {}

  /**
   * Whether a cell holds no value: it is blank, {@code ?}, {@code NA}, {@code N/A} or {@code NaN}.
   *
   * @param cell a cell's text
   * @return true if it holds none
   */
  public static boolean isMissing(String cell) {
    return cell.isBlank() || MISSING.contains(cell);
  }

  /** The decimal number in a cell; NaN if there is none or it is beyond the range of a float. */
  static double number(String cell) {
    if (!NUMBER.matcher(cell).matches()) {
      return Double.NaN;
    }
    double number = Double.parseDouble(cell);
    return Math.abs(number) <= Float.MAX_VALUE ? number : Double.NaN;
  }
}
