package io.github.sid4j.cli;

/**
 * One thing to classify, or why it cannot be.
 *
 * @param source the file as it was named, {@code -} for the standard input
 * @param line of the file on which a row ends, from 1; null for an image
 * @param example prepared for the model; null if there is none
 * @param error null if there is an example
 */
// Of many items a list of boxed numbers would be all there is in memory.
@SuppressWarnings("ArrayRecordComponent")
record PredictItem(String source, Long line, float[] example, String error) {
  static PredictItem of(String source, Long line, float[] example) {
    return new PredictItem(source, line, example, null);
  }

  static PredictItem unreadable(String source, String error) {
    return new PredictItem(source, null, null, error);
  }

  /** As in {@code iris.csv:12}. */
  String place() {
    return line == null ? source : source + ":" + line;
  }
}
