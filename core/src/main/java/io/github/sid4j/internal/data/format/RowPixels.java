package io.github.sid4j.internal.data.format;

import java.awt.image.Raster;

/** Makes levels of what a decoder gives. Not safe for several threads. */
interface RowPixels {
  /** 1 for grey, 3 for red, green and blue. */
  int channels();

  /**
   * Converts a row.
   *
   * @param raster that has it
   * @param y of the row in the raster
   * @param into gets unsigned values, channel after channel
   */
  void convert(Raster raster, int y, byte[] into);
}
