package io.github.sid4j.internal.formats;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.data.image.ImageRules;
import java.util.Locale;

/**
 * How images of shards are decoded, and how many memory may hold.
 *
 * @param images how they become squares
 * @param side of the squares; 0 leaves them as they are
 * @param rules how they are read
 */
record ImageReading(ImageRules images, int side, ReadingRules rules) {
  private static final int USUAL_WINDOW = 8192;

  static ImageReading of(DatasetRequest request) {
    return new ImageReading(request.imageRules(), request.imageSize(), request.reading());
  }

  PixelImage decode(byte[] bytes, String where) {
    return ImageFile.decode(bytes, where, images, side);
  }

  /** Holds an image to the size of the first one. */
  void checkSize(PixelImage image, String where, int height, int width) {
    if (image.height() != height || image.width() != width) {
      throw new InputException(
          where,
          "%sx%s pixels as in the first image".formatted(width, height),
          "%sx%s".formatted(image.width(), image.height()),
          "have them resized by image-size=32 (or another side)");
    }
  }

  boolean inMemory() {
    return rules.window() == 0;
  }

  /**
   * Refuses more images than fit into the heap.
   *
   * @param all how many there are
   * @param height of each, in pixels
   * @param width of each, in pixels
   * @param where the data, for messages
   */
  void checkMemory(int all, int height, int width, String where) {
    long bytes = 3L * height * width;
    long heap = Runtime.getRuntime().maxMemory();
    long fit = heap / 2 / bytes;
    long held = inMemory() ? all : Math.min(all, rules.window());
    if (held > fit) {
      throw InputException.ofSetting(
          "shuffle-window",
          where,
          String.format(
              Locale.ROOT, "images in memory of at most %d MB, half of the heap", heap >> 21),
          String.format(
              Locale.ROOT,
              "%d images of %d MB in all",
              held,
              Math.multiplyExact(held, bytes) >> 20),
          "set shuffle-window=%s, or raise the heap by JAVA_TOOL_OPTIONS=-Xmx4g"
              .formatted(Math.max(1, Math.min(USUAL_WINDOW, fit / 2))));
    }
  }
}
