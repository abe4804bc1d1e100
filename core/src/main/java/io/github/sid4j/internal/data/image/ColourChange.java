package io.github.sid4j.internal.data.image;

import java.util.Arrays;

/** Changes of levels that keep every pixel in its place. A factor of 1 leaves all as it is. */
final class ColourChange {
  private ColourChange() {}

  static void brightness(Levels image, double factor) {
    for (int i = 0; i < image.values().length; i++) {
      image.set(i, image.get(i) * factor);
    }
  }

  static void contrast(Levels image, double factor) {
    double mean = image.meanBrightness();
    for (int i = 0; i < image.values().length; i++) {
      image.set(i, mean + (image.get(i) - mean) * factor);
    }
  }

  /** Grey at 0. An image of one channel has no colours to change. */
  static void saturation(Levels image, double factor) {
    if (image.channels() != 3) {
      return;
    }
    int plane = image.plane();
    for (int pixel = 0; pixel < plane; pixel++) {
      double grey = image.brightness(pixel);
      for (int c = 0; c < 3; c++) {
        int place = c * plane + pixel;
        image.set(place, grey + (image.get(place) - grey) * factor);
      }
    }
  }

  /** Away from the image blurred by the kernel 1 1 1, 1 5 1, 1 1 1; the edges stay. */
  static void sharpness(Levels image, double factor) {
    byte[] old = image.values().clone();
    int width = image.width();
    for (int c = 0; c < image.channels(); c++) {
      for (int y = 1; y < image.height() - 1; y++) {
        for (int x = 1; x < width - 1; x++) {
          int place = c * image.plane() + y * width + x;
          int sum = 4 * (old[place] & 0xFF);
          for (int dy = -width; dy <= width; dy += width) {
            for (int dx = -1; dx <= 1; dx++) {
              sum += old[place + dy + dx] & 0xFF;
            }
          }
          double blurred = sum / 13.0;
          image.set(place, blurred + ((old[place] & 0xFF) - blurred) * factor);
        }
      }
    }
  }

  /** Keeps the upper bits. */
  static void posterize(Levels image, int bits) {
    int mask = 0xFF << (8 - bits);
    for (int i = 0; i < image.values().length; i++) {
      image.set(i, image.get(i) & mask);
    }
  }

  /** Inverts what is at least as bright as the threshold. */
  static void solarize(Levels image, double threshold) {
    for (int i = 0; i < image.values().length; i++) {
      if (image.get(i) >= threshold) {
        image.set(i, 255 - image.get(i));
      }
    }
  }

  /** Widens the levels of each channel to all of the range. */
  static void autocontrast(Levels image) {
    for (int c = 0; c < image.channels(); c++) {
      int from = c * image.plane();
      int low = 255;
      int high = 0;
      for (int i = from; i < from + image.plane(); i++) {
        low = Math.min(low, image.get(i));
        high = Math.max(high, image.get(i));
      }
      for (int i = from; i < from + image.plane() && high > low; i++) {
        image.set(i, (image.get(i) - low) * 255.0 / (high - low));
      }
    }
  }

  /** Makes the levels of each channel equally frequent, as nearly as that goes. */
  static void equalize(Levels image) {
    for (int c = 0; c < image.channels(); c++) {
      int from = c * image.plane();
      int[] below = new int[257];
      for (int i = from; i < from + image.plane(); i++) {
        below[image.get(i) + 1]++;
      }
      Arrays.parallelPrefix(below, Integer::sum);
      int lowest = image.plane();
      for (int level = 256; level > 0; level--) {
        lowest = below[level] > 0 ? below[level] : lowest;
      }
      for (int i = from; i < from + image.plane() && lowest < image.plane(); i++) {
        double rank = below[image.get(i) + 1] - lowest;
        image.set(i, rank * 255 / (image.plane() - lowest));
      }
    }
  }
}
