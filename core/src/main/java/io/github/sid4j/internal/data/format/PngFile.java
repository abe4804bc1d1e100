package io.github.sid4j.internal.data.format;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes a PNG file of pixels. */
public final class PngFile {
  private PngFile() {}

  /**
   * The file of an image.
   *
   * @param pixels unsigned values row by row, channel after channel
   * @param maximum the value of full brightness, 1 .. 255
   * @param shape [channels, height, width], of one channel or of red, green and blue
   * @return its bytes
   */
  public static byte[] of(byte[] pixels, int maximum, int... shape) {
    int height = shape[1];
    int width = shape[2];
    BufferedImage image =
        new BufferedImage(
            width,
            height,
            shape[0] == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    WritableRaster raster = image.getRaster();
    for (int c = 0; c < shape[0]; c++) {
      for (int i = 0; i < height * width; i++) {
        int value = pixels[c * height * width + i] & 0xFF;
        raster.setSample(i % width, i / width, c, Math.round(255f * value / maximum));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Otherwise it would go through a file of its own.
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriter writer = JdkCodecs.pngWriter();
      writer.setOutput(out);
      writer.write(image);
      writer.dispose();
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused an image", e);
    }
    return bytes.toByteArray();
  }
}
