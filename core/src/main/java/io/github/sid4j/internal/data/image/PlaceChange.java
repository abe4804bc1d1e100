package io.github.sid4j.internal.data.image;

/** Changes that move pixels; what comes from outside is black. */
final class PlaceChange {
  private PlaceChange() {}

  static void mirror(Levels image) {
    byte[] values = image.values();
    int width = image.width();
    for (int row = 0; row < values.length; row += width) {
      for (int x = 0; x < width / 2; x++) {
        byte left = values[row + x];
        values[row + x] = values[row + width - 1 - x];
        values[row + width - 1 - x] = left;
      }
    }
  }

  /** Takes a rectangle and stretches it to the whole. */
  static void crop(Levels image, int left, int top, int width, int height) {
    Resampler resampler =
        Resampler.stretching(width, height, image.channels(), image.width(), image.height());
    byte[] row = new byte[image.channels() * width];
    for (int y = 0; y < height; y++) {
      for (int c = 0; c < image.channels(); c++) {
        int from = c * image.plane() + (top + y) * image.width() + left;
        System.arraycopy(image.values(), from, row, c * width, width);
      }
      resampler.row(y, row);
    }
    image.replace(resampler.result());
  }

  static void rotate(Levels image, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    affine(image, cos, sin, 0, -sin, cos, 0);
  }

  /**
   * Each pixel at (x, y) from the middle comes from (a x + b y + c, d x + e y + f), the nearest
   * one.
   */
  static void affine(Levels image, double a, double b, double c, double d, double e, double f) {
    byte[] old = image.values().clone();
    double middleX = (image.width() - 1) / 2.0;
    double middleY = (image.height() - 1) / 2.0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        long fromX = Math.round(a * (x - middleX) + b * (y - middleY) + c + middleX);
        long fromY = Math.round(d * (x - middleX) + e * (y - middleY) + f + middleY);
        boolean inside =
            fromX >= 0 && fromX < image.width() && fromY >= 0 && fromY < image.height();
        for (int channel = 0; channel < image.channels(); channel++) {
          int plane = channel * image.plane();
          image.values()[plane + y * image.width() + x] =
              inside ? old[plane + (int) fromY * image.width() + (int) fromX] : 0;
        }
      }
    }
  }
}
