package io.github.sid4j.internal.data.table;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Turns the cells of one column into numbers, by what was learned from its training cells. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumericEncoder.class, name = "number"),
  @JsonSubTypes.Type(value = QuantileEncoder.class, name = "quantile"),
  @JsonSubTypes.Type(value = PiecewiseEncoder.class, name = "piecewise"),
  @JsonSubTypes.Type(value = CategoricalEncoder.class, name = "category")
})
public sealed interface ColumnEncoder permits NumberEncoder, CategoricalEncoder {
  /**
   * How many numbers a cell becomes.
   *
   * @return at least 1
   */
  @JsonIgnore
  int width();

  /**
   * Writes a cell's numbers. A bad cell is written as a missing one; it is for the caller to refuse
   * it.
   *
   * @param cell as it stands in the file
   * @param format of the file's cells
   * @param into receives {@link #width} numbers; has to hold zeros there
   * @param offset where the first one goes
   * @return what the cell is
   */
  CellKind encode(String cell, CellFormat format, float[] into, int offset);
}
