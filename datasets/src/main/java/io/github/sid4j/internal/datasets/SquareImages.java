package io.github.sid4j.internal.datasets;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.PixelImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads many image files of one square size with all cores, each as three channels. */
final class SquareImages {
  private static final int CHANNELS = 3;

  /** Of a byte array, on the JVMs of today. */
  private static final int HEADER = 16;

  private static final long MEGABYTE = 1 << 20;

  private final int side;

  SquareImages(int side) {
    this.side = side;
  }

  int[] shape() {
    return new int[] {CHANNELS, side, side};
  }

  /**
   * The values of each file, in the order of the files. If several files are faulty, the threads
   * decide which one is reported.
   */
  List<byte[]> read(List<Path> files) throws IOException {
    try {
      return files.parallelStream().map(this::values).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Refuses more images than the heap can hold: to find that out by reading them takes minutes.
   *
   * @param heap the most that it may grow to, in bytes
   */
  void checkHeap(Path where, int images, long heap) {
    long values = (long) images * (CHANNELS * side * side + HEADER);
    // A part of the heap is for what is short-lived; a quarter more was measured to be enough.
    long needed = values + values / 4;
    if (needed > heap) {
      throw new InputException(
          where.toString(),
          String.format(
              Locale.ROOT,
              "a Java heap of %,d MB to hold %,d images",
              needed / MEGABYTE + 1,
              images),
          String.format(Locale.ROOT, "%,d MB", heap / MEGABYTE),
          "raise it by JAVA_TOOL_OPTIONS=-Xmx" + (needed / (1024 * MEGABYTE) + 1) + "g");
    }
  }

  private byte[] values(Path file) {
    try {
      PixelImage image = ImageFile.read(file);
      if (image.height() != side || image.width() != side) {
        throw new InputException(
            file.toString(),
            side + "x" + side + " pixels",
            image.width() + "x" + image.height(),
            "replace the image, or give images of other sizes as dataset=folder");
      }
      return image.values(CHANNELS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
