package io.github.sid4j.internal.data;

import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.CellFormat;

/**
 * One CSV file of a data set.
 *
 * @param table its rows
 * @param cells how its cells are written; a test file may differ from the training file
 */
record TablePart(CsvTable table, CellFormat cells) {}
