package io.github.sid4j.predict;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.RowEncoding;
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
        "encode the cells by description().input(), and call classifyPrepared");
  }
}
