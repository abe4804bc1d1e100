package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.ProbeResult.ColumnProbe;
import java.util.List;

/** What the columns of a table are worth to each module. */
final class ColumnTable {
  /** More rows are not read. */
  private static final int ROWS = 30;

  private ColumnTable() {}

  static List<Element> of(ProbeResult probe) {
    List<ColumnProbe> columns = probe.columns();
    int shown = Math.min(ROWS, columns.size());
    String note =
        "Percentage points of accuracy that a module loses when the cells of a column change places"
            + " at random, mean ± standard deviation over several times.";
    String rest =
        shown == columns.size()
            ? ""
            : " The %s of %s columns that the last module needs most; probe.json has all."
                .formatted(shown, columns.size());
    DataTable table = new DataTable("What columns are worth").column("Column");
    probe.modules().forEach(module -> table.column("Module " + module.index()));
    for (ColumnProbe column : columns.subList(0, shown)) {
      table.row(column.name());
      for (int i = 0; i < column.losses().size(); i++) {
        double loss = column.losses().get(i);
        table.number(
            loss,
            Texts.number(100 * loss, 2)
                + " ± "
                + Texts.number(100 * column.deviations().get(i), 2));
      }
    }
    return List.of(Element.of("p", note + rest), table.element());
  }
}
