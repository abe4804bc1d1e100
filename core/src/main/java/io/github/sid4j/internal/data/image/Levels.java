package io.github.sid4j.internal.data.image;

/**
 * An image whose levels are changed in place. Not safe for several threads.
 *
 * @param values unsigned, row by row, channel after channel
 * @param channels 1 or 3
 * @param height in pixels
 * @param width in pixels
 */
// Two of these are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Levels(byte[] values, int channels, int height, int width) {
  /** How many pixels there are. */
  int plane() {
    return height * width;
  }

  int get(int place) {
    return values[place] & 0xFF;
  }

  /** Sets a level, rounded and held to 0 .. 255. */
  void set(int place, double level) {
    values[place] = (byte) Math.max(0, Math.min(255, Math.round(level)));
  }

  /** The brightness of a pixel, by the weights of ITU-R BT.601. */
  double brightness(int pixel) {
    int plane = plane();
    return channels == 3
        ? 0.299 * get(pixel) + 0.587 * get(plane + pixel) + 0.114 * get(2 * plane + pixel)
        : get(pixel);
  }

  /** The mean brightness. */
  double meanBrightness() {
    double sum = 0;
    for (int pixel = 0; pixel < plane(); pixel++) {
      sum += brightness(pixel);
    }
    return sum / plane();
  }

  /** Puts other levels of the same size in their place. */
  void replace(byte[] others) {
    System.arraycopy(others, 0, values, 0, values.length);
  }
}
