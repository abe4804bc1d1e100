package io.github.sid4j.internal.probe;

import io.github.sid4j.data.Examples;

/**
 * Examples of which each has the numbers of one column from another example: what the column says
 * of an example is lost, how its numbers are distributed stays.
 *
 * @param plain the examples
 * @param from place of the column's first number
 * @param to behind its last one
 * @param source for each example the one that has its numbers of the column
 */
// Two are never compared, so the identity of the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
record MovedColumn(Examples plain, int from, int to, int[] source) implements Examples {
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
    float[] other = plain.values(source[index]);
    System.arraycopy(other, from, into, offset + from, to - from);
  }
}
