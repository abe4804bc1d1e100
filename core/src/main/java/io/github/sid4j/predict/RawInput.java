package io.github.sid4j.predict;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.MultimodalReader;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.data.TableEncoding;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Prepares numbers as training prepared them. */
final class RawInput {
  private RawInput() {}

  /**
   * The prepared numbers of an example.
   *
   * @param encoding of the model; null where training was given prepared numbers
   * @param numbers of a row, or the levels of an image
   * @throws InputException if they do not fit, or the model reads tables of text
   */
  static float[] prepared(@Nullable InputEncoding encoding, float... numbers) {
    if (encoding instanceof RowEncoding rows) {
      return rows.encode(numbers);
    }
    if (encoding instanceof ImageEncoding images) {
      return images.encode(numbers);
    }
    if (encoding == null) {
      return numbers;
    }
    throw new InputException(
        "row",
        "cells of the table that the model reads",
        "numbers",
        "call classifyRow with the cells by the names of their columns");
  }

  /**
   * The prepared numbers of a row of a table.
   *
   * @param encoding of the model; null where training was given prepared numbers
   * @param cells by the name of the column
   * @throws InputException if they do not fit, or the model reads no table, or an image cannot be
   *     read
   */
  static float[] row(@Nullable InputEncoding encoding, Map<String, String> cells) {
    if (encoding instanceof TableEncoding table) {
      List<String> names = table.columns().stream().map(TableEncoding.Column::name).toList();
      for (String name : names) {
        if (!cells.containsKey(name)) {
          throw new InputException(
              "row", "a cell for each column, as in training", "none for " + name, "add it");
        }
      }
      List<Integer> places = IntStream.range(0, names.size()).boxed().toList();
      return table.encode(names.stream().map(cells::get).toList(), places);
    }
    if (encoding instanceof MultimodalEncoding several) {
      return new MultimodalReader(several, TableChoices.NONE)
          .row(cells)
          .withImages(
              line -> {
                throw InputException.read(line);
              });
    }
    throw new InputException(
        "row", "a model that was trained on a table", "another", "choose a run with dataset csv");
  }
}
