package io.github.sid4j.internal.data.format;

import java.awt.image.Raster;

/**
 * Red, green and blue of an image of inks, cyan, magenta, yellow and black (CMYK), by the usual
 * formula without profiles: what light the two inks let through, multiplied. Samples are stored as
 * all programs store them since Adobe's, and as ITU-T T.872 has it: 255 is no ink, 0 is full ink.
 * YCCK has cyan, magenta and yellow as brightness and two colour differences.
 */
final class InkPixels implements RowPixels {
  private static final int INKS = 4;
  private static final int LIGHTS = 3;

  private static final int HALF = 1 << 15;

  private final boolean ycck;
  private final int[] light = new int[LIGHTS];
  private int[] row = {};

  InkPixels(boolean ycck) {
    this.ycck = ycck;
  }

  @Override
  public int channels() {
    return LIGHTS;
  }

  @Override
  public void convert(Raster raster, int y, byte[] into) {
    int width = raster.getWidth();
    if (row.length != INKS * width) {
      row = new int[INKS * width];
    }
    raster.getPixels(raster.getMinX(), y, width, 1, row);
    for (int x = 0; x < width; x++) {
      System.arraycopy(row, INKS * x, light, 0, LIGHTS);
      if (ycck) {
        unmix(light);
      }
      for (int c = 0; c < LIGHTS; c++) {
        int product = light[c] * row[INKS * x + LIGHTS];
        into[c * width + x] = (byte) ((product + 127) / 255);
      }
    }
  }

  /** As libjpeg, in its fixed numbers of 16 bits. */
  private static void unmix(int[] ycc) {
    int brightness = ycc[0];
    int blue = ycc[1] - 128;
    int red = ycc[2] - 128;
    ycc[0] = 255 - level(brightness + ((91_881 * red + HALF) >> 16));
    ycc[1] = 255 - level(brightness + ((-22_554 * blue - 46_802 * red + HALF) >> 16));
    ycc[2] = 255 - level(brightness + ((116_130 * blue + HALF) >> 16));
  }

  private static int level(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
