package io.github.sid4j.internal.formats.table;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.formats.parquet.ParquetShard;
import io.github.sid4j.internal.formats.parquet.ParquetTable;
import io.github.sid4j.internal.formats.shard.Damages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects the rows of Parquet files as one table. Rows are counted from 1 on as its lines. */
public final class ParquetRows {
  private final List<CsvTable.Row> rows = new ArrayList<>();

  private ParquetRows() {}

  /**
   * Reads files one behind the other.
   *
   * @param header the columns to read
   * @param damages gets files and row groups that are damaged
   * @throws InputException if there is no row, or memory cannot hold them
   * @throws IOException if a file cannot be read
   */
  public static CsvTable read(List<Path> files, List<String> header, Damages damages)
      throws IOException {
    ParquetRows builder = new ParquetRows();
    String where = files.get(0).toString();
    CellBudget budget = new CellBudget(where);
    for (Path file : files) {
      ParquetTable table;
      try {
        table = ParquetTable.of(ParquetShard.of(file), header);
      } catch (InputException e) {
        damages.shard(e);
        continue;
      }
      table.read(
          cells -> {
            cells.forEach(budget::add);
            builder.rows.add(new CsvTable.Row(builder.rows.size() + 1L, List.copyOf(cells)));
          },
          damages);
    }
    if (builder.rows.isEmpty()) {
      throw new InputException(where, "rows", "none", "give the right file");
    }
    return new CsvTable(where, null, header, builder.rows);
  }
}
