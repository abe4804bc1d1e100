package io.github.sid4j.internal.data.format;

import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.image.Orientation;
import io.github.sid4j.internal.data.image.Resampler;

/** A decoded image, of one channel or of the three channels red, green, blue. */
public final class PixelImage {
  private static final double RED = 0.299;
  private static final double GREEN = 0.587;
  private static final double BLUE = 0.114;

  private final int height;
  private final int width;
  private final boolean colour;
  private final byte[] values;

  PixelImage(int height, int width, boolean colour, byte[] values) {
    this.height = height;
    this.width = width;
    this.colour = colour;
    this.values = values;
  }

  /**
   * Its height.
   *
   * @return in pixels
   */
  public int height() {
    return height;
  }

  /**
   * Its width.
   *
   * @return in pixels
   */
  public int width() {
    return width;
  }

  /**
   * Whether it has three channels.
   *
   * @return true for three, false for one
   */
  public boolean colour() {
    return colour;
  }

  /**
   * Its values, row by row, channel after channel.
   *
   * @param channels 1 for grey, which a colour image cannot give, or 3
   * @return unsigned values; not a copy
   */
  public byte[] values(int channels) {
    if (channels == (colour ? 3 : 1)) {
      return values;
    }
    if (channels != 3) {
      throw new IllegalArgumentException("cannot show colours in " + channels + " channels");
    }
    byte[] tripled = new byte[3 * values.length];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(values, 0, tripled, c * values.length, values.length);
    }
    return tripled;
  }

  /**
   * The same image as a square.
   *
   * @param rules how it fills the square
   * @param side of the square, in pixels
   * @return of the same channels, as {@link ImageFile} reads it as a square
   */
  public PixelImage resized(ImageRules rules, int side) {
    int channels = colour ? 3 : 1;
    Resampler resampler = Resampler.of(width, height, channels, Orientation.UPRIGHT, rules, side);
    byte[] row = new byte[channels * width];
    for (int y = 0; y < height; y++) {
      for (int c = 0; c < channels; c++) {
        System.arraycopy(values, (c * height + y) * width, row, c * width, width);
      }
      resampler.row(y, row);
    }
    return new PixelImage(side, side, colour, resampler.result());
  }

  /**
   * Its brightness: of a colour image that of its colours, by the weights of ITU-R BT.601.
   *
   * @return unsigned values row by row; not a copy if it is grey
   */
  public byte[] grey() {
    if (!colour) {
      return values;
    }
    int plane = height * width;
    byte[] grey = new byte[plane];
    for (int i = 0; i < plane; i++) {
      double brightness =
          RED * (values[i] & 0xFF)
              + GREEN * (values[plane + i] & 0xFF)
              + BLUE * (values[2 * plane + i] & 0xFF);
      grey[i] = (byte) Math.min(255, Math.round(brightness));
    }
    return grey;
  }
}
