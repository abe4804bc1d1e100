package io.github.sid4j.internal.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** How one event stands in a file: its length and its bytes, each with a check sum. */
final class Framing {
  private static final int MASK = 0xa282ead8;

  private Framing() {}

  static ByteBuffer of(byte[] data) {
    byte[] length = new byte[Long.BYTES];
    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length);
    return ByteBuffer.allocate(length.length + data.length + 2 * Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(length)
        .putInt(checkSum(length))
        .put(data)
        .putInt(checkSum(data))
        .flip();
  }

  /** Masked, because the sum of bytes that hold sums of their own is prone to chance agreement. */
  private static int checkSum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }
}
