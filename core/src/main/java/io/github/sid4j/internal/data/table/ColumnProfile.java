package io.github.sid4j.internal.data.table;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one column are, and the rule that decides its use. A column is for numbers if
 * at least half of its cells that hold a value are numbers, in whatever form; else it is for
 * categories. Categories are refused where there are too many of them, or where they begin as
 * quantities do and are many.
 */
public final class ColumnProfile {
  /** A text column with more different values is an identifier or free text, not a category. */
  public static final int MAX_CATEGORIES = 256;

  /** So many are possible if the user says that the column has categories. */
  public static final int MAX_GIVEN_CATEGORIES = 4096;

  /** Dates, prices and lengths with units have more values, numbered categories mostly fewer. */
  public static final int MAX_QUANTITIES = 32;

  private final Map<String, Integer> counts = new HashMap<>();
  private int cells;
  private int values;
  private int numbers;
  private int quantities;
  private @Nullable String quantity;

  /**
   * Looks at one cell.
   *
   * @param cell as it stands in the file
   * @param format of the file's cells
   */
  public void see(String cell, CellFormat format) {
    cells++;
    if (format.isMissing(cell)) {
      return;
    }
    values++;
    String text = CellText.stripped(cell);
    boolean readable = !Double.isNaN(format.number(cell));
    if (readable || NumberForms.isSomeNumber(text)) {
      numbers++;
    }
    if (readable || NumberForms.beginsAsQuantity(text)) {
      quantities++;
      quantity = quantity == null && !readable ? text : quantity;
    }
    if (counts.size() <= MAX_GIVEN_CATEGORIES) {
      counts.merge(text, 1, Integer::sum);
    }
  }

  /**
   * Decides what the column is for.
   *
   * @param where the column is, for messages
   * @return number or category
   * @throws InputException if there is no such use for it
   */
  public ColumnUse use(String where) {
    if (values > 0 && 2 * numbers >= values) {
      return ColumnUse.NUMBER;
    }
    String remedy = "set columns to say number, category or drop for it";
    if (different() > MAX_CATEGORIES) {
      throw new InputException(
          where,
          "numbers, or at most " + MAX_CATEGORIES + " different texts",
          shown(MAX_GIVEN_CATEGORIES) + " different texts, such as " + example(),
          remedy);
    }
    if (different() > MAX_QUANTITIES && isQuantity()) {
      throw new InputException(
          where,
          "plain numbers, or at most " + MAX_QUANTITIES + " different texts that begin with digits",
          different() + " different texts, such as " + example(),
          "write plain numbers, or " + remedy);
    }
    return ColumnUse.CATEGORY;
  }

  /**
   * Whether at least half of the values are numbers, or begin as quantities with units do.
   *
   * @return false of a column without values
   */
  public boolean isQuantity() {
    return values > 0 && 2 * quantities >= values;
  }

  /**
   * Refuses too many categories in a column that the user calls one of categories.
   *
   * @param where the column is, for messages
   * @throws InputException if there are too many
   */
  public void checkGivenCategories(String where) {
    if (different() > MAX_GIVEN_CATEGORIES) {
      throw new InputException(
          where,
          "at most " + MAX_GIVEN_CATEGORIES + " categories",
          shown(MAX_GIVEN_CATEGORIES) + " different texts, such as " + example(),
          "set columns to drop it, or join categories");
    }
  }

  /**
   * How many different values there are.
   *
   * @return at most one more than {@link #MAX_GIVEN_CATEGORIES}
   */
  public int different() {
    return counts.size();
  }

  /**
   * How many cells hold a value.
   *
   * @return at least 0
   */
  public int values() {
    return values;
  }

  /**
   * How many cells hold a number, in whatever form.
   *
   * @return at most {@link #values}
   */
  public int numbers() {
    return numbers;
  }

  /**
   * How many cells hold no value.
   *
   * @return at least 0
   */
  public int missing() {
    return cells - values;
  }

  /** What is no plain number explains better than a number why the column is not one of numbers. */
  private String example() {
    return CellText.quoted(
        quantity != null && isQuantity()
            ? quantity
            : counts.keySet().stream()
                .filter(text -> !NumberForms.isSomeNumber(text))
                .min(String::compareTo)
                .orElse(""));
  }

  private String shown(int limit) {
    return different() > limit ? "more than " + limit : Integer.toString(different());
  }
}
