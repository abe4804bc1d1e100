package io.github.sid4j.internal.probe;

import io.github.sid4j.data.Examples;

/**
 * Examples whose numbers are changed as they are read.
 *
 * @param plain the examples
 * @param change what is done to each
 */
record ChangedExamples(Examples plain, Change change) implements Examples {
  /** What is done to the numbers of an example. */
  @FunctionalInterface
  interface Change {
    /**
     * Changes them in place.
     *
     * @param index of the example
     * @param values hold its numbers, and others
     * @param offset where the example begins
     */
    void apply(int index, float[] values, int offset);
  }

  @Override
  public int size() {
    return plain.size();
  }

  @Override
  public int[] shape() {
    return plain.shape();
  }

  @Override
  public int label(int index) {
    return plain.label(index);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    plain.read(index, into, offset);
    change.apply(index, into, offset);
  }
}
