package io.github.sid4j.data;

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
   * Writes one example's values, row by row, channel after channel.
   *
   * @param index 0 .. size - 1
   * @param into receives as many values as the product of the shape
   * @param offset where in {@code into} the first value goes
   */
  void read(int index, float[] into, int offset);

  /**
   * What stands for nothing, by channel: the prepared value of a black pixel.
   *
   * @return one value for each entry of the shape's first dimension; zeros unless overridden
   */
  default float[] padding() {
    return new float[shape()[0]];
  }
}
