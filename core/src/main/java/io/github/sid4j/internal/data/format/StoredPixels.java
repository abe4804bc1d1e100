package io.github.sid4j.internal.data.format;

import io.github.sid4j.internal.data.image.Background;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The levels of an image's pixels as they are stored, laid on a background. They come from the
 * raster and the palette alone: the JDK's colours would bring grey to another brightness curve, and
 * apply profiles. Of samples of 16 bits the upper eight count.
 */
final class StoredPixels implements RowPixels {
  private static final int OPAQUE = 255;

  private final int channels;
  private final int bands;
  private final int surplusBits;
  private final Transparency transparency;
  private final Background background;
  private int[] samples = {};

  private StoredPixels(ColorModel model, Transparency transparency, Background background) {
    this.channels = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY ? 1 : 3;
    this.bands = model.getNumComponents();
    this.surplusBits = Math.max(0, model.getComponentSize(0) - Byte.SIZE);
    this.transparency = transparency;
    this.background = background;
  }

  static RowPixels of(ColorModel model, Transparency transparency, Background background) {
    return model instanceof IndexColorModel palette
        ? new PalettePixels(palette, transparency, background)
        : new StoredPixels(model, transparency, background);
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public void convert(Raster raster, int y, byte[] into) {
    int width = raster.getWidth();
    if (samples.length != bands * width) {
      samples = new int[bands * width];
    }
    raster.getPixels(raster.getMinX(), y, width, 1, samples);
    boolean opaque = bands == channels && !transparency.hides(channels);
    for (int c = 0; c < channels; c++) {
      for (int x = 0, at = 0; x < width; x++, at += bands) {
        int level = samples[at + c] >> surplusBits;
        into[c * width + x] = (byte) (opaque ? level : background.behind(level, opacity(at)));
      }
    }
  }

  private int opacity(int at) {
    if (bands > channels) {
      return samples[at + channels] >> surplusBits;
    }
    return transparency.hides(channels) ? transparency.opacity(samples, at) : OPAQUE;
  }
}
