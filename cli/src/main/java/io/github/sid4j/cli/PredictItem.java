package io.github.sid4j.cli;

import io.github.sid4j.internal.data.InputRow;
import io.github.sid4j.internal.data.MultimodalRow;

/**
 * One thing to classify, or why it cannot be.
 *
 * @param source the file as it was named, {@code -} for the standard input
 * @param line of the file on which a row ends, from 1; null for an image
 * @param example prepared for the model; null if there is none
 * @param row that it is of; null for images, and texts that are no cells
 * @param inputs of a sample of several inputs, whose images are yet to be read; else null
 * @param error null if there is an example
 */
// Of many items a list of boxed numbers would be all there is in memory.
@SuppressWarnings("ArrayRecordComponent")
record PredictItem(
    String source, Long line, float[] example, InputRow row, MultimodalRow inputs, String error) {
  static PredictItem of(String source, Long line, float[] example, InputRow row) {
    return new PredictItem(source, line, example, row, null, null);
  }

  static PredictItem of(String source, MultimodalRow inputs) {
    return new PredictItem(source, inputs.line(), inputs.values(), inputs.row(), inputs, null);
  }

  static PredictItem unreadable(String source, String error) {
    return new PredictItem(source, null, null, null, null, error);
  }

  /** A row of which the model knows nothing. */
  static PredictItem empty(String source, long line) {
    String error =
        "%s line %s: expected a value for one of the inputs, found none; fill in a cell"
            .formatted(source, line);
    return new PredictItem(source, line, null, null, null, error);
  }

  /** As in {@code iris.csv:12}. */
  String place() {
    return line == null ? source : source + ":" + line;
  }
}
