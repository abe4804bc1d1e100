package io.github.sid4j.internal.data.table;

import io.github.sid4j.internal.data.format.CellText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How the cells of a file are read: which decimal sign numbers have, and what marks no value. */
public final class CellFormat {
  /** Marks for a missing value that hold where no others are given. */
  public static final List<String> DEFAULT_MARKS =
      List.of("?", "NA", "N/A", "#N/A", "<NA>", "NaN", "null");

  /** Whole numbers of so many digits are exact. */
  private static final int EXACT_DIGITS = 15;

  private final DecimalSign decimal;
  private final Set<String> marks;

  /**
   * A format.
   *
   * @param decimal the decimal sign
   * @param marks that stand for a missing value beside the empty cell; the case of their letters
   *     does not matter
   */
  public CellFormat(DecimalSign decimal, List<String> marks) {
    this.decimal = decimal;
    this.marks =
        marks.stream()
            .map(CellText::stripped)
            .map(CellFormat::folded)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The decimal sign.
   *
   * @return the sign that numbers have
   */
  public DecimalSign decimal() {
    return decimal;
  }

  /**
   * Whether a cell holds no value: it is blank or one of the marks.
   *
   * @param cell as it stands in the file
   * @return true if it holds none
   */
  public boolean isMissing(String cell) {
    String text = CellText.stripped(cell);
    return text.isEmpty() || marks.contains(folded(text));
  }

  /**
   * The decimal number in a cell.
   *
   * @param cell as it stands in the file
   * @return NaN if it is missing, is no number, or is beyond the range of a float
   */
  public double number(String cell) {
    String text = CellText.stripped(cell);
    // A mark may be a number itself, such as -999.
    if (marks.contains(folded(text))) {
      return Double.NaN;
    }
    if (isShortWhole(text)) {
      return Long.parseLong(text);
    }
    double number = parsed(text);
    return Float.isFinite((float) number) ? number : Double.NaN;
  }

  /**
   * Whether a cell holds a number beyond the range of a float.
   *
   * @param cell as it stands in the file
   * @return true for {@code 1e39}
   */
  public boolean isTooLarge(String cell) {
    return Float.isInfinite((float) parsed(CellText.stripped(cell)));
  }

  private double parsed(String text) {
    return NumberForms.isNumber(text, decimal)
        ? Double.parseDouble(text.replace(decimal.sign(), '.'))
        : Double.NaN;
  }

  private static boolean isShortWhole(String text) {
    if (text.isEmpty() || text.length() > EXACT_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
