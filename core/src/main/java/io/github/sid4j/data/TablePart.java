package io.github.sid4j.data;

import io.github.sid4j.data.format.CsvTable;
import io.github.sid4j.data.table.CellFormat;

/**
 * One CSV file of a data set.
 *
 * @param table its rows
 * @param cells how its cells are written; a test file may differ from the training file
 */
record TablePart(CsvTable table, CellFormat cells) {}
