package io.github.sid4j.internal.data.table;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the decimal sign of a file from its cells. Where all fractions have the same sign, it
 * is that one; where both occur, it is the more frequent one, so that the others are reported as
 * bad cells. A file is refused if each of its fractions may be a whole number with grouped
 * thousands, unless they have the sign that is usual.
 */
public final class DecimalFinder {
  private final DecimalSign usual;
  private final boolean known;
  private final Evidence forUsual;
  private final Evidence forOther;

  private DecimalFinder(DecimalSign usual, boolean known) {
    this.usual = usual;
    this.known = known;
    this.forUsual = new Evidence(usual);
    this.forOther = new Evidence(usual.other());
  }

  /**
   * Recognizes the sign.
   *
   * @param table whose cells are looked at
   * @param columns places of the columns to look at
   * @param usual the sign if no fraction says otherwise
   * @param known whether fractions with the usual sign are never grouped thousands
   * @return the sign
   * @throws InputException if the file may be meant with either sign
   */
  public static DecimalSign find(
      CsvTable table, List<Integer> columns, DecimalSign usual, boolean known) {
    DecimalFinder finder = new DecimalFinder(usual, known);
    for (CsvTable.Row row : table.rows()) {
      for (int column : columns) {
        finder.see(table, row, column);
      }
    }
    return finder.found();
  }

  private void see(CsvTable table, CsvTable.Row row, int column) {
    String cell = row.cells().get(column);
    if (cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0) {
      String text = CellText.stripped(cell);
      forUsual.see(text, table, row, column);
      forOther.see(text, table, row, column);
    }
  }

  private DecimalSign found() {
    if (forOther.count <= forUsual.count) {
      if (forUsual.count > 0 && forOther.count == 0 && !known) {
        forUsual.checkCertain();
      }
      return usual;
    }
    if (forUsual.count == 0) {
      forOther.checkCertain();
    }
    return forOther.certain ? usual.other() : usual;
  }

  /** The fractions with one sign. */
  private static final class Evidence {
    private final DecimalSign sign;
    private int count;
    private boolean certain;
    private @Nullable String doubtful;
    private @Nullable String place;

    Evidence(DecimalSign sign) {
      this.sign = sign;
    }

    void see(String text, CsvTable table, CsvTable.Row row, int column) {
      if (!NumberForms.isFraction(text, sign)) {
        return;
      }
      count++;
      if (!NumberForms.mayBeThousands(text)) {
        certain = true;
      } else if (doubtful == null) {
        doubtful = text;
        place = table.place(row.line(), table.header().get(column));
      }
    }

    void checkCertain() {
      if (!certain) {
        // What was seen and is not certain is doubtful.
        throw new InputException(
            Objects.requireNonNull(place),
            "a number that can be read in one way only",
            CellText.quoted(Objects.requireNonNull(doubtful))
                + ", a fraction or a whole number with grouped thousands",
            "set decimal to point or comma");
      }
    }
  }
}
