package io.github.sid4j.data.format;

import io.github.sid4j.error.InputException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads PNG and JPEG images. Transparency is passed over. */
public final class ImageFile {
  /** More than anything that is trained on whole, and little enough to be decoded safely. */
  private static final int MAX_SIDE = 4096;

  private ImageFile() {}

  /**
   * Tells images by the ends of their names: png, jpg, jpeg in any case.
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
   * @throws InputException if it cannot be decoded or a side exceeds 4096 pixels
   * @throws IOException if the file cannot be read
   */
  public static PixelImage read(Path file) throws IOException {
    return decode(Files.readAllBytes(file), file.toString());
  }

  /**
   * Reads what an image file holds.
   *
   * @param content PNG or JPEG
   * @param where it came from, for messages
   * @return the image
   * @throws InputException if it cannot be decoded or a side exceeds 4096 pixels
   */
  public static PixelImage decode(byte[] content, String where) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new InputException(where, "a PNG or JPEG image", "something else", "remove it");
      }
      ImageReader reader = readers.next();
      try {
        reader.addIIOReadWarningListener((source, warning) -> checkWarning(warning, where));
        reader.setInput(in, true, true);
        checkSide(reader.getWidth(0), where);
        checkSide(reader.getHeight(0), where);
        return pixels(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // All content is in memory, so that this is no failure of the disk; and decoders meet damage
      // with all kinds of exceptions.
      throw new InputException(
          where + ": expected a PNG or JPEG image, found damage (" + e + "); replace or remove it",
          e);
    }
  }

  /** A JPEG that is cut off is only warned of, its lost part being shown as grey. */
  private static void checkWarning(String warning, String where) {
    if (warning.startsWith("Truncated") || warning.startsWith("Corrupt")) {
      throw new InputException(where, "a whole image", warning, "replace or remove it");
    }
  }

  private static void checkSide(int pixels, String where) {
    if (pixels < 1 || pixels > MAX_SIDE) {
      throw new InputException(
          where, "1 to " + MAX_SIDE + " pixels a side", Integer.toString(pixels), "resize it");
    }
  }

  private static PixelImage pixels(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    boolean grey = isGrey(image);
    byte[] values = grey ? grey(image) : colour(image);
    return new PixelImage(height, width, !grey, values);
  }

  private static boolean isGrey(BufferedImage image) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return IntStream.range(0, palette.getMapSize())
          .allMatch(
              i ->
                  palette.getRed(i) == palette.getGreen(i)
                      && palette.getRed(i) == palette.getBlue(i));
    }
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  private static byte[] grey(BufferedImage image) {
    int width = image.getWidth();
    byte[] values = new byte[image.getHeight() * width];
    Raster raster = image.getRaster();
    IndexColorModel palette = image.getColorModel() instanceof IndexColorModel model ? model : null;
    int surplusBits = Math.max(0, image.getColorModel().getComponentSize(0) - Byte.SIZE);
    for (int i = 0; i < values.length; i++) {
      // The raster has the stored value; getRGB would convert it to another brightness curve.
      int sample = raster.getSample(i % width, i / width, 0);
      values[i] = (byte) (palette == null ? sample >> surplusBits : palette.getRed(sample));
    }
    return values;
  }

  private static byte[] colour(BufferedImage image) {
    int width = image.getWidth();
    int plane = image.getHeight() * width;
    int[] rgb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    byte[] values = new byte[3 * plane];
    for (int i = 0; i < plane; i++) {
      values[i] = (byte) (rgb[i] >> 16);
      values[plane + i] = (byte) (rgb[i] >> 8);
      values[2 * plane + i] = (byte) rgb[i];
    }
    return values;
  }
}
