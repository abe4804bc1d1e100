package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.ImageRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads PNG, JPEG and WebP images, which are known by what they hold and not by their names. Levels
 * are taken as they are stored: colour profiles and gamma are passed over; of 16 bits the upper
 * eight count; inks (CMYK, YCCK) become red, green and blue by the usual formula. Images are turned
 * as their orientation tag says, and transparent pixels are laid on a background. Of several
 * pictures in a file the first counts.
 */
public final class ImageFile {
  /** As much as the largest image takes in PNG, in four channels of 16 bits, and a little more. */
  private static final int MAX_MEGABYTES = 130;

  private static final int MAX_BYTES = MAX_MEGABYTES << 20;

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".jfif", ".webp");

  private ImageFile() {}

  /**
   * Recognizes images by the ends of their names: png, jpg, jpeg, jfif, webp in any case.
   *
   * @param file need not exist
   * @return whether it is named like an image
   */
  public static boolean isNamedLikeOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * Reads an image of its own size, on white. It has one channel if it is stored as grey or with a
   * palette of greys alone, else three.
   *
   * @param file PNG, JPEG or WebP
   * @return the image
   * @throws InputException if it is no whole image of these, has more than 2^24 pixels, 130 MB or
   *     100 scans, or is no regular file
   * @throws IOException if the file cannot be read
   */
  public static PixelImage read(Path file) throws IOException {
    return read(file, WantedImage.AS_IT_IS);
  }

  /**
   * Reads an image as a square, in little memory however large it is.
   *
   * @param file PNG, JPEG or WebP
   * @param rules how it fills the square
   * @param side of the square in pixels; 0 leaves the image's size
   * @return the image
   * @throws InputException as above, or if it has more than 2^28 pixels, or the Java heap cannot
   *     hold an image that has to be decoded whole
   * @throws IOException if the file cannot be read
   */
  public static PixelImage read(Path file, ImageRules rules, int side) throws IOException {
    return read(file, new WantedImage(rules, side));
  }

  private static PixelImage read(Path file, WantedImage wanted) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // To open a pipe would wait for its writer, perhaps for ever.
      throw new InputException(
          file.toString(),
          ForeignFormat.EXPECTED,
          Files.isDirectory(file) ? "a folder" : "a pipe or a device",
          "name a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return decode(in.readNBytes(MAX_BYTES + 1), file.toString(), wanted);
    }
  }

  /**
   * Reads an image as {@link #read(Path, ImageRules, int)} does.
   *
   * @param in PNG, JPEG or WebP, is read to its end or to 130 MB; stays open
   * @param where it comes from, for messages
   * @param rules how it fills the square
   * @param side of the square in pixels; 0 leaves the image's size
   * @return the image
   * @throws InputException as above
   * @throws IOException if it cannot be read
   */
  public static PixelImage read(InputStream in, String where, ImageRules rules, int side)
      throws IOException {
    return decode(in.readNBytes(MAX_BYTES + 1), where, new WantedImage(rules, side));
  }

  /**
   * Reads what an image file holds, as {@link #read(Path, ImageRules, int)} does.
   *
   * @param content PNG, JPEG or WebP
   * @param where it came from, for messages
   * @param rules how it fills the square
   * @param side of the square in pixels; 0 leaves the image's size
   * @return the image
   * @throws InputException as above
   */
  public static PixelImage decode(byte[] content, String where, ImageRules rules, int side) {
    return decode(content, where, new WantedImage(rules, side));
  }

  /**
   * Reads what an image file holds, as {@link #read(Path)} does.
   *
   * @param content PNG, JPEG or WebP
   * @param where it came from, for messages
   * @return the image
   * @throws InputException as above
   */
  public static PixelImage decode(byte[] content, String where) {
    return decode(content, where, WantedImage.AS_IT_IS);
  }

  private static PixelImage decode(byte[] content, String where, WantedImage wanted) {
    if (content.length > MAX_BYTES) {
      throw new InputException(
          where,
          "an image file of at most " + MAX_MEGABYTES + " MB",
          "more",
          "resize the image or save it as JPEG");
    }
    long most = wanted.mostPixels();
    ImageBytes png = new ImageBytes(content, where, "PNG", most);
    if (png.holds(0, PngParts.SIGNATURE)) {
      return new ImageDecoder(png, wanted).png();
    }
    ImageBytes jpeg = new ImageBytes(content, where, "JPEG", most);
    if (jpeg.holds(0, JpegParts.SIGNATURE)) {
      return new ImageDecoder(jpeg, wanted).jpeg();
    }
    ImageBytes webp = new ImageBytes(content, where, "WebP", most);
    if (WebpParts.isOne(webp)) {
      return new ImageDecoder(webp, wanted).webp();
    }
    throw ForeignFormat.refusal(content, where);
  }
}
