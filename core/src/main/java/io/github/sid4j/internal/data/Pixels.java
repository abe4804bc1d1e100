package io.github.sid4j.internal.data;

/**
 * Labelled images of one shape, one byte for each value. Safe for several threads that only read.
 */
public interface Pixels {
  /** How many there are. */
  int size();

  /** The shape of one image: [channels, height, width], a copy. */
  int[] shape();

  /** The level of full brightness, 1 .. 255. */
  int maximum();

  /** The class of an image. */
  int label(int index);

  /** Unsigned values row by row, channel after channel; not to be changed. */
  byte[] pixels(int index);

  /** Grey images with three equal channels. */
  Pixels inColour();
}
