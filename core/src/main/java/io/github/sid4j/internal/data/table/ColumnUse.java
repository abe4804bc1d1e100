package io.github.sid4j.internal.data.table;

import java.util.Locale;

/** What a column is for. */
public enum ColumnUse {
  /** Its cells are decimal numbers. */
  NUMBER,
  /** Its cells are categories, also where they look like numbers. */
  CATEGORY,
  /** Its cells are texts, a field of its own. */
  TEXT,
  /** Its cells name image files, a field of its own. */
  IMAGE,
  /** It is not read. */
  DROP;

  /** Whether its cells become numbers of a row, next to those of other such columns. */
  public boolean isOfTable() {
    return this == NUMBER || this == CATEGORY;
  }

  /**
   * Its name in settings and messages.
   *
   * @return {@code number}, {@code category}, {@code text}, {@code image} or {@code drop}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
