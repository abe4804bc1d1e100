package io.github.sid4j.data.table;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Turns the cells of one column into numbers, by what was learned from its training cells. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumericEncoder.class, name = "number"),
  @JsonSubTypes.Type(value = CategoricalEncoder.class, name = "category")
})
public sealed interface ColumnEncoder permits NumericEncoder, CategoricalEncoder {
  /**
   * How many numbers a cell becomes.
   *
   * @return at least 1
   */
  @JsonIgnore
  int width();

  /**
   * Writes a cell's numbers.
   *
   * @param cell any text
   * @param into receives {@link #width} numbers; has to hold zeros there
   * @param offset where the first one goes
   */
  void encode(String cell, float[] into, int offset);

  /**
   * Learns how to encode a column: as a number if all its cells that hold a value are decimal
   * numbers and there is at least one, else by categories.
   *
   * @param column where the column is, for messages
   * @param cells its training cells
   * @return the encoder
   * @throws io.github.sid4j.error.InputException if it has too many different categories
   */
  static ColumnEncoder learn(String column, List<String> cells) {
    List<String> present = cells.stream().filter(cell -> !Cells.isMissing(cell)).toList();
    double[] numbers = present.stream().mapToDouble(Cells::number).toArray();
    for (double number : numbers) {
      if (Double.isNaN(number)) {
        return CategoricalEncoder.learn(column, cells);
      }
    }
    return numbers.length == 0
        ? CategoricalEncoder.learn(column, cells)
        : new NumericEncoder(Standardiser.of(numbers), numbers.length < cells.size());
  }
}
