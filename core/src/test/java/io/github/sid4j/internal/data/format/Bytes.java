package io.github.sid4j.internal.data.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Small binary files for tests. */
final class Bytes {
  private Bytes() {}

  static byte[] idxImages(int count, int height, int width) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + count * height * width);
    bytes.putInt(0x0803).putInt(count).putInt(height).putInt(width);
    while (bytes.hasRemaining()) {
      bytes.put((byte) (bytes.position() * 7));
    }
    return bytes.array();
  }

  static byte[] idxLabels(int... labels) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length);
    bytes.putInt(0x0801).putInt(labels.length);
    Arrays.stream(labels).forEach(label -> bytes.put((byte) label));
    return bytes.array();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] with(byte[] content, int index, int value) {
    byte[] changed = content.clone();
    changed[index] = (byte) value;
    return changed;
  }

  static byte[] longer(byte[] content, int by) {
    return Arrays.copyOf(content, content.length + by);
  }
}
