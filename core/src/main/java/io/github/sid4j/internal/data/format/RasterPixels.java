package io.github.sid4j.internal.data.format;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.stream.IntStream;

/**
 * The pixels of a decoded image as they are stored. They come from the raster and the palette
 * alone: the JDK's colours would bring grey to another brightness curve. Of samples of 16 bits the
 * upper eight count. Transparency is passed over.
 */
final class RasterPixels {
  private RasterPixels() {}

  static PixelImage of(BufferedImage image) {
    boolean grey = isGrey(image.getColorModel());
    int width = image.getWidth();
    int height = image.getHeight();
    int plane = width * height;
    byte[] values = new byte[grey ? plane : 3 * plane];
    int[] row = new int[width];
    for (int c = 0; c * plane < values.length; c++) {
      int[] levels = levels(image.getColorModel(), c);
      int band = levels == null ? c : 0;
      int surplus = surplusBits(image.getColorModel(), band);
      for (int y = 0; y < height; y++) {
        samples(image.getRaster(), y, band, row);
        for (int x = 0; x < width; x++) {
          int sample = row[x];
          values[c * plane + y * width + x] =
              (byte) (levels == null ? sample >> surplus : levels[sample]);
        }
      }
    }
    return new PixelImage(height, width, !grey, values);
  }

  private static void samples(Raster raster, int y, int band, int[] row) {
    raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
  }

  private static int surplusBits(ColorModel model, int band) {
    return Math.max(0, model.getComponentSize(band) - Byte.SIZE);
  }

  /** What the numbers of a palette stand for in a channel; null if there is none. */
  private static int[] levels(ColorModel model, int channel) {
    if (!(model instanceof IndexColorModel palette)) {
      return null;
    }
    return IntStream.range(0, palette.getMapSize())
        .map(i -> (palette.getRGB(i) >> (16 - Byte.SIZE * channel)) & 0xFF)
        .toArray();
  }

  private static boolean isGrey(ColorModel model) {
    if (model instanceof IndexColorModel palette) {
      return IntStream.range(0, palette.getMapSize())
          .allMatch(
              i ->
                  palette.getRed(i) == palette.getGreen(i)
                      && palette.getRed(i) == palette.getBlue(i));
    }
    return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }
}
