package io.github.sid4j.internal.formats.table;

import io.github.sid4j.error.InputException;
import java.util.Locale;

/** Counts the memory of a table while it is read. Not safe for several threads. */
final class CellBudget {
  /** A string without its characters, and its place in a list. */
  private static final long BYTES_OF_CELL = 48;

  private final String where;
  private final long most;
  private long bytes;

  /**
   * Nothing is read yet.
   *
   * @param where the data, for messages
   */
  CellBudget(String where) {
    this(where, Runtime.getRuntime().maxMemory() / 2);
  }

  CellBudget(String where, long most) {
    this.where = where;
    this.most = most;
  }

  void add(String cell) {
    add(BYTES_OF_CELL + cell.length());
  }

  /** Takes memory before it is used. */
  void add(long more) {
    bytes += more;
    if (bytes > most) {
      throw new InputException(
          where,
          String.format(Locale.ROOT, "a table of at most %d MB, half of the heap", most >> 20),
          "more",
          "give fewer rows, or raise the heap by JAVA_TOOL_OPTIONS=-Xmx4g");
    }
  }
}
