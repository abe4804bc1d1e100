package io.github.sid4j.data;

import io.github.sid4j.internal.data.ExamplePass;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.Locality;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Labelled examples as the network is to see them: prepared values, all of one shape. Safe for use
 * by several threads.
 */
public interface Examples {
  /**
   * How many there are.
   *
   * @return at least 0
   */
  int size();

  /**
   * The shape of one example.
   *
   * @return [channels, height, width] of an image, [features] of a table's row; a copy
   */
  int[] shape();

  /**
   * The class of an example.
   *
   * @param index 0 .. size - 1
   * @return 0 .. classes - 1
   */
  int label(int index);

  /**
   * The class that an example is really of, where that is known.
   *
   * @param index 0 .. size - 1
   * @return {@link #label} unless overridden
   */
  default int trueLabel(int index) {
    return label(index);
  }

  /**
   * By what a person finds an example again.
   *
   * @param index 0 .. size - 1
   * @return its place unless overridden, which is not the same in other parts
   */
  default SampleId id(int index) {
    return SampleId.of(index);
  }

  /**
   * How many examples are known to have a noisy label.
   *
   * @return 0 .. size
   */
  default int noisyLabels() {
    return (int) IntStream.range(0, size()).filter(i -> label(i) != trueLabel(i)).count();
  }

  /**
   * Writes one example's values, row by row, channel after channel.
   *
   * @param index 0 .. size - 1
   * @param into receives as many values as the product of the shape
   * @param offset where in {@code into} the first value goes
   */
  void read(int index, float[] into, int offset);

  /**
   * Writes one example's values as an epoch of training reads them: where an example is kept in
   * several views, one of these.
   *
   * @param index 0 .. size - 1
   * @param seed of the run; it decides the view together with the epoch
   * @param epoch counted from 0
   * @param into as for {@link #read}
   * @param offset as for {@link #read}
   */
  default void readForEpoch(int index, long seed, int epoch, float[] into, int offset) {
    read(index, into, offset);
  }

  /**
   * Bytes by which an example can be recognised among others that were prepared alike: equal for
   * equal values, and others for others.
   *
   * @param index 0 .. size - 1
   * @return the values' own bytes unless overridden; not to be changed
   */
  default byte[] content(int index) {
    float[] values = values(index);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /**
   * One example's values.
   *
   * @param index 0 .. size - 1
   * @return as {@link #read} writes them, in an array of their own
   */
  default float[] values(int index) {
    float[] values = new float[Arrays.stream(shape()).reduce(1, Math::multiplyExact)];
    read(index, values, 0);
    return values;
  }

  /**
   * A picture of an example, before it was prepared.
   *
   * @param index 0 .. size - 1
   * @return the bytes of a PNG file; empty for what is no image of one or three channels, and
   *     unless overridden
   */
  default Optional<byte[]> png(int index) {
    return Optional.empty();
  }

  /**
   * What a person reads of an example that is no picture: the beginning of its text, or the cells
   * of its row.
   *
   * @param index 0 .. size - 1
   * @return one line of at most 200 characters; empty unless overridden
   */
  default Optional<String> excerpt(int index) {
    return Optional.empty();
  }

  /**
   * How the values were made of what a person has.
   *
   * @return empty unless overridden; then a model of these examples reads no files
   */
  default Optional<InputEncoding> encoding() {
    return Optional.empty();
  }

  /**
   * What stands for nothing, by channel: the prepared value of a black pixel.
   *
   * @return one value for each entry of the shape's first dimension; zeros unless overridden
   */
  default float[] padding() {
    return new float[shape()[0]];
  }

  /**
   * How the examples lie in storage, if they are more than memory holds.
   *
   * @return empty unless overridden: all can be read in any order
   */
  default Optional<Locality> locality() {
    return Optional.empty();
  }

  /**
   * Opens one way through examples, which may read ahead.
   *
   * @param order places of examples; not to be changed while the pass is open
   * @param first the position in the order to begin at, 0 .. its length
   * @return to be closed; unless overridden it reads each example when it is asked for
   */
  default ExamplePass pass(int[] order, int first) {
    return ExamplePass.over(this, order);
  }
}
