package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads PNG and JPEG images, which are known by what they hold and not by their names. Pixels are
 * taken as they are stored: transparency, colour profiles, gamma and orientation are passed over;
 * of 16 bits the upper eight count; inks (CMYK, YCCK) become red, green and blue by the usual
 * formula. Of several pictures in a file the first counts.
 */
public final class ImageFile {
  /** As much as the largest image takes in PNG, in four channels of 16 bits, and a little more. */
  private static final int MAX_MEGABYTES = 130;

  private static final int MAX_BYTES = MAX_MEGABYTES << 20;

  private ImageFile() {}

  /**
   * Recognizes images by the ends of their names: png, jpg, jpeg in any case.
   *
   * @param file need not exist
   * @return whether it is named like an image
   */
  public static boolean isNamedLikeOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
  }

  /**
   * Reads an image. It has one channel if it is stored as grey or with a palette of greys alone,
   * else three.
   *
   * @param file PNG or JPEG
   * @return the image
   * @throws InputException if it is no whole PNG or JPEG image, a side exceeds 4096 pixels, it has
   *     more than 130 MB or 100 scans, or it is no regular file
   * @throws IOException if the file cannot be read
   */
  public static PixelImage read(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // To open a pipe would wait for its writer, perhaps for ever.
      throw new InputException(
          file.toString(),
          "a PNG or JPEG image",
          Files.isDirectory(file) ? "a folder" : "a pipe or a device",
          "name a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads an image as {@link #read(Path)} does.
   *
   * @param in PNG or JPEG, is read to its end or to 130 MB; stays open
   * @param where it comes from, for messages
   * @return the image
   * @throws InputException as above
   * @throws IOException if it cannot be read
   */
  public static PixelImage read(InputStream in, String where) throws IOException {
    return decode(in.readNBytes(MAX_BYTES + 1), where);
  }

  /**
   * Reads what an image file holds, as {@link #read(Path)} does.
   *
   * @param content PNG or JPEG
   * @param where it came from, for messages
   * @return the image
   * @throws InputException as above
   */
  public static PixelImage decode(byte[] content, String where) {
    if (content.length > MAX_BYTES) {
      throw new InputException(
          where,
          "an image file of at most " + MAX_MEGABYTES + " MB",
          "more",
          "resize the image or save it as JPEG");
    }
    if (begins(content, where, PngParts.SIGNATURE)) {
      return ImageDecoder.png(new ImageBytes(content, where, "PNG"));
    }
    if (begins(content, where, JpegParts.SIGNATURE)) {
      return ImageDecoder.jpeg(new ImageBytes(content, where, "JPEG"));
    }
    throw ForeignFormat.refusal(content, where);
  }

  private static boolean begins(byte[] content, String where, String signature) {
    return new ImageBytes(content, where, "").holds(0, signature);
  }
}
