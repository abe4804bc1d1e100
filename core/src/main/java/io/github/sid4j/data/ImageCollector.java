package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.data.format.SquareResizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads image files one by one, holding them to one size and finding out whether any has colour.
 */
final class ImageCollector {
  private final List<PixelImage> images = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final UnaryOperator<PixelImage> resizing;
  private Path first;

  /** Collects images as they are, or resized to a square of a side above 0. */
  ImageCollector(int side) {
    resizing = side == 0 ? UnaryOperator.identity() : new SquareResizer(side)::resize;
  }

  void add(Path file, int label) throws IOException {
    PixelImage image = resizing.apply(ImageFile.read(file));
    if (images.isEmpty()) {
      first = file;
    } else if (!size(image).equals(size(images.get(0)))) {
      throw new InputException(
          file.toString(),
          size(images.get(0)) + " pixels as in " + first,
          size(image),
          "have them resized by image-size=32 (or another side)");
    }
    images.add(image);
    labels.add(label);
  }

  int size() {
    return images.size();
  }

  /** All images, with three channels if any image has them. */
  ByteImages images() {
    int channels = images.stream().anyMatch(PixelImage::colour) ? 3 : 1;
    Stream<byte[]> values = images.stream().map(image -> image.values(channels));
    return ByteImages.of(
        values.toList(),
        labels.stream().mapToInt(Integer::intValue).toArray(),
        channels,
        images.get(0).height(),
        images.get(0).width());
  }

  private static String size(PixelImage image) {
    return image.width() + "x" + image.height();
  }
}
