package io.github.sid4j.site;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;

/**
 * What a chart draws of a table.
 *
 * @param name unique in its experiment
 * @param kind how it is drawn
 * @param table that has its numbers
 * @param label columns that name a row; of {@link Kind#COLUMNS} the column of the horizontal axis
 * @param across the column of the horizontal axis of {@link Kind#POINTS}; otherwise null
 * @param value the column that is drawn; null where a row or several columns are
 * @param values the columns that are lines of {@link Kind#COLUMNS}; otherwise null
 * @param title of the chart
 * @param x name of the horizontal axis; null where that is {@code axis}
 * @param axis name of the axis of values
 */
record ResultChart(
    String name,
    Kind kind,
    String table,
    @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> label,
    String across,
    String value,
    List<String> values,
    String title,
    String x,
    String axis) {
  /** Kinds of charts. */
  enum Kind {
    /** A row for each row of the table, with its interval. */
    INTERVALS,
    /** A line for each row of the table, over the columns whose names are numbers. */
    LINES,
    /** A line for each of several columns, over the numbers of the first. */
    COLUMNS,
    /** A labelled point for each row of the table. */
    POINTS
  }
}
