package io.github.sid4j.internal.predict;

/** What computes beliefs of prepared examples. Safe for several threads; closed after use. */
public interface BeliefEngine extends AutoCloseable {
  /**
   * Begins with a batch.
   *
   * @param values of all examples, one after the other
   * @param examples how many there are, at least 1
   * @param toTheEnd whether all modules will be computed for all examples
   * @return to be closed
   */
  BeliefCourse begin(float[] values, int examples, boolean toTheEnd);

  @Override
  void close();
}
