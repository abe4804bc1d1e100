package io.github.sid4j.internal.data.table;

import java.util.Locale;

/** What a column is for. */
public enum ColumnUse {
  /** Its cells are decimal numbers. */
  NUMBER,
  /** Its cells are categories, also where they look like numbers. */
  CATEGORY,
  /** It is not read. */
  DROP;

  /**
   * Its name in settings and messages.
   *
   * @return {@code number}, {@code category} or {@code drop}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
