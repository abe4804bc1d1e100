package io.github.sid4j.internal.data.format;

import io.github.sid4j.internal.data.image.Background;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.stream.IntStream;

/** What the numbers of a palette stand for: levels of grey if it has greys alone, else colours. */
final class PalettePixels implements RowPixels {
  /** By channel and number. */
  private final byte[][] levels;

  private int[] places = {};

  PalettePixels(IndexColorModel palette, Transparency transparency, Background background) {
    int size = palette.getMapSize();
    boolean grey =
        IntStream.range(0, size)
            .allMatch(
                i ->
                    palette.getRed(i) == palette.getGreen(i)
                        && palette.getRed(i) == palette.getBlue(i));
    this.levels = new byte[grey ? 1 : 3][size];
    for (int c = 0; c < levels.length; c++) {
      for (int i = 0; i < size; i++) {
        int level = (palette.getRGB(i) >> (16 - Byte.SIZE * c)) & 0xFF;
        levels[c][i] = (byte) background.behind(level, transparency.opacity(i));
      }
    }
  }

  @Override
  public int channels() {
    return levels.length;
  }

  @Override
  public void convert(Raster raster, int y, byte[] into) {
    int width = raster.getWidth();
    if (places.length != width) {
      places = new int[width];
    }
    raster.getSamples(raster.getMinX(), y, width, 1, 0, places);
    for (int c = 0; c < levels.length; c++) {
      for (int x = 0; x < width; x++) {
        into[c * width + x] = levels[c][places[x]];
      }
    }
  }
}
