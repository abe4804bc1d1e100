package io.github.sid4j.internal.data.format;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small pictures of images, for pages that show many of them. */
public final class Thumbnail {
  /** The longest side in pixels: twice what pages show, for dense displays. */
  private static final int SIDE = 128;

  private Thumbnail() {}

  /**
   * A small picture.
   *
   * @param png the file of an image
   * @return in base64: the file, or a JPEG file of at most 128 pixels where the image is larger
   */
  public static String of(byte[] png) {
    return Base64.getEncoder().encodeToString(small(png));
  }

  private static byte[] small(byte[] png) {
    try {
      BufferedImage image = read(png);
      int longest = Math.max(image.getWidth(), image.getHeight());
      return longest <= SIDE ? png : jpeg(scaled(image, (double) SIDE / longest));
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused an image", e);
    }
  }

  private static BufferedImage read(byte[] png) throws IOException {
    ImageReader reader = JdkCodecs.pngReader();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** Halves first, since one large step would leave pixels out. */
  private static BufferedImage scaled(BufferedImage image, double share) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * share));
    int height = Math.max(1, (int) Math.round(image.getHeight() * share));
    BufferedImage now = image;
    while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
      now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
    }
    return drawn(now, width, height);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smaller.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return smaller;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = JdkCodecs.jpegWriter();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
