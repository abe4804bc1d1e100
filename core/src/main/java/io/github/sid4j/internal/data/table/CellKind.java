package io.github.sid4j.internal.data.table;

/** What a cell is to the encoder of its column. */
public enum CellKind {
  /** A number of a column of numbers, or a category that training has shown. */
  VALUE,
  /** Empty, or one of the marks for missing values. */
  MISSING,
  /** A category that training has not shown. */
  UNKNOWN,
  /** Neither a number nor missing, in a column of numbers. */
  BAD
}
