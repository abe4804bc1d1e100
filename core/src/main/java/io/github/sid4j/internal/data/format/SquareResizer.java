package io.github.sid4j.internal.data.format;

/**
 * Brings images of any size to one square size: the largest square in the middle is scaled, each
 * new pixel being the mean of the old ones around it, weighted by a triangle that is as wide as the
 * scaling asks for (bilinear with antialiasing). Written out here because the JDK's scaling may
 * change between releases, and with it the data that a model was trained on.
 */
public final class SquareResizer {
  private final int side;

  /**
   * Sets the size.
   *
   * @param side of the results, at least 1, in pixels
   */
  public SquareResizer(int side) {
    if (side < 1) {
      throw new IllegalArgumentException("side must be at least 1, found " + side);
    }
    this.side = side;
  }

  /**
   * Scales an image.
   *
   * @param image of any size
   * @return of this size, of the same channels; the same image if it has this size
   */
  public PixelImage resize(PixelImage image) {
    if (image.height() == side && image.width() == side) {
      return image;
    }
    int square = Math.min(image.height(), image.width());
    int top = (image.height() - square) / 2;
    int left = (image.width() - square) / 2;
    Weights[] weights = weights(square);
    int channels = image.colour() ? 3 : 1;
    byte[] from = image.values(channels);
    byte[] to = new byte[channels * side * side];
    for (int c = 0; c < channels; c++) {
      int start = (c * image.height() + top) * image.width() + left;
      double[] rows = new double[side * square];
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < square; x++) {
          rows[y * square + x] = column(from, start + x, image.width(), weights[y]);
        }
        for (int x = 0; x < side; x++) {
          double mean = row(rows, y * square, weights[x]);
          to[(c * side + y) * side + x] = (byte) Math.min(255, Math.round(mean));
        }
      }
    }
    return new PixelImage(side, side, image.colour(), to);
  }

  private static double column(byte[] from, int start, int width, Weights weights) {
    double sum = 0;
    for (int k = 0; k < weights.shares.length; k++) {
      sum += weights.shares[k] * (from[start + (weights.first + k) * width] & 0xFF);
    }
    return sum;
  }

  private static double row(double[] from, int start, Weights weights) {
    double sum = 0;
    for (int k = 0; k < weights.shares.length; k++) {
      sum += weights.shares[k] * from[start + weights.first + k];
    }
    return sum;
  }

  /** The shares of old pixels, from the first one on, in a new one; they sum to 1. */
  // Two of these are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Weights(int first, double[] shares) {}

  private Weights[] weights(int square) {
    double scale = (double) square / side;
    double reach = Math.max(1, scale);
    Weights[] weights = new Weights[side];
    for (int i = 0; i < side; i++) {
      double centre = (i + 0.5) * scale - 0.5;
      int first = Math.max(0, (int) Math.ceil(centre - reach));
      int last = Math.min(square - 1, (int) Math.floor(centre + reach));
      double[] shares = new double[last - first + 1];
      double sum = 0;
      for (int k = first; k <= last; k++) {
        shares[k - first] = 1 - Math.abs(k - centre) / reach;
        sum += shares[k - first];
      }
      for (int k = 0; k < shares.length; k++) {
        shares[k] /= sum;
      }
      weights[i] = new Weights(first, shares);
    }
    return weights;
  }
}
