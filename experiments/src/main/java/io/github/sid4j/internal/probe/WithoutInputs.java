package io.github.sid4j.internal.probe;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.MultimodalEncoding;

/**
 * Samples of several inputs that lack some of them.
 *
 * @param plain the samples
 * @param several how they are encoded
 * @param inputs those that are taken away, by number from 0
 */
// Two are never compared, so the identity of the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
record WithoutInputs(Examples plain, MultimodalEncoding several, int... inputs)
    implements Examples {
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
    for (int input : inputs) {
      several.removeFrom(into, offset, input);
    }
  }
}
