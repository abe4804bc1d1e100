package io.github.sid4j.internal.data.table;

/**
 * How the columns of a table become numbers.
 *
 * @param numbers what numbers become
 * @param pieces at most, of piecewise numbers
 * @param rare categories with fewer training rows are one, with those that training has not shown;
 *     0 keeps all apart
 */
public record ColumnRules(NumberScaling numbers, int pieces, int rare) {
  /** Numbers standardized, all categories apart. */
  public static final ColumnRules DEFAULT = new ColumnRules(NumberScaling.STANDARD, 48, 0);
}
