package io.github.sid4j.internal.data.format;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Image files for tests, ordinary ones and such as no program writes. */
final class Encoded {
  private Encoded() {}

  static BufferedImage picture(int type) {
    BufferedImage image = new BufferedImage(16, 16, type);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, 0xFF000000 | (i * 70_001));
    }
    return image;
  }

  static byte[] of(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  static byte[] progressive(BufferedImage image) throws IOException {
    return jpeg(new IIOImage(image, null, null), true);
  }

  /** In the best quality, with or without scans that refine it. */
  static byte[] quality(BufferedImage image, boolean progressive) throws IOException {
    return jpeg(new IIOImage(image, null, null), progressive);
  }

  /** A PNG whose rows come in seven passes. */
  static byte[] interlaced(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  /**
   * A grey JPEG of the middle level, of sides that are multiples of 8. Its blocks are all zeros, so
   * that it is made without an encoder: the first block of a small one, again and again.
   */
  static byte[] tall(int width, int height) throws IOException {
    byte[] jpeg = samples(8, 128);
    int frame = place(jpeg, 0xC0, 0);
    byte[] head = Arrays.copyOf(jpeg, place(jpeg, 0xDA, 0) + 10);
    ByteBuffer.wrap(head).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    // Without difference to the block before and without detail a block has 2 + 4 bits: 00 1010.
    byte[] blocks = new byte[width / 8 * (height / 8) * 6 / 8];
    byte[] four = {0b0010_1000, (byte) 0b1010_0010, (byte) 0b1000_1010};
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = four[i % 3];
    }
    return joined(head, blocks, new byte[] {(byte) 0xFF, (byte) 0xD9});
  }

  /** Samples as they are, one after the other for each pixel, without a word on what they mean. */
  static byte[] samples(int side, int... pixel) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, side, side, pixel.length, null);
    for (int i = 0; i < side * side; i++) {
      raster.setPixel(i % side, i / side, pixel);
    }
    return jpeg(new IIOImage(raster, null, null), false);
  }

  private static byte[] jpeg(IIOImage image, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(1);
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, param);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  /** A JPEG with one more segment behind its first marker. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + 4 + data.length);
    all.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (2 + data.length));
    return all.put(data).put(jpeg, 2, jpeg.length - 2).array();
  }

  /** Adobe's marker, which says how components were transformed. */
  static byte[] withAdobe(byte[] jpeg, int transform) {
    return withSegment(
        jpeg, 0xEE, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform});
  }

  /** Without the segments for applications. */
  static byte[] withoutMarkers(byte[] jpeg) {
    byte[] left = jpeg;
    while ((left[3] & 0xF0) == 0xE0) {
      int length = ((left[4] & 0xFF) << 8) | (left[5] & 0xFF);
      left = joined(Arrays.copyOf(left, 2), Arrays.copyOfRange(left, 4 + length, left.length));
    }
    return left;
  }

  /** Where a marker begins for the n-th time, from 0. */
  static int place(byte[] jpeg, int marker, int n) {
    int left = n;
    for (int i = 0; i < jpeg.length - 1; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) marker && left-- == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no marker " + Integer.toHexString(marker));
  }

  static byte[] chunk(String type, byte... data) {
    byte[] named = joined(type.getBytes(StandardCharsets.US_ASCII), data);
    CRC32 sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(8 + named.length)
        .putInt(data.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }

  /** A PNG with further chunks behind its header. */
  static byte[] withChunk(byte[] png, byte[] chunk) {
    return joined(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));
  }

  static byte[] png(int width, int height, int depth, int colourType, byte[]... chunks) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) colourType)
            .array();
    byte[] signature = PngParts.SIGNATURE.getBytes(StandardCharsets.ISO_8859_1);
    return joined(signature, chunk("IHDR", header), joined(chunks), chunk("IEND"));
  }

  /** A PNG whose header was changed, with a check sum that is right again. */
  static byte[] resealed(byte[] png) {
    return joined(
        Arrays.copyOf(png, 8),
        chunk("IHDR", Arrays.copyOfRange(png, 16, 29)),
        Arrays.copyOfRange(png, 33, png.length));
  }

  static byte[] deflated(byte... data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
