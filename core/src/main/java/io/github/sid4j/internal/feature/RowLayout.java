package io.github.sid4j.internal.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A row of the file: the hash of an example, a checksum, and the example's features. All rows of a
 * file have the same length, so that a damaged one leaves the others whole.
 *
 * @param width numbers of an example
 */
record RowLayout(int width) {
  private static final int VALUES = ContentHash.BYTES + Integer.BYTES;

  int bytes() {
    return VALUES + width * Float.BYTES;
  }

  /** Where the features begin. */
  int values() {
    return VALUES;
  }

  /** Puts a row behind what is in a buffer. */
  void write(ContentHash hash, float[] values, int offset, ByteBuffer into) {
    ByteBuffer row = ByteBuffer.allocate(bytes());
    hash.write(row);
    row.position(VALUES);
    row.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values, offset, width);
    row.putInt(ContentHash.BYTES, checksum(row));
    into.put(row.rewind());
  }

  /** Whether the row that a buffer holds from its beginning is as it was written. */
  boolean isWhole(ByteBuffer row) {
    return row.getInt(ContentHash.BYTES) == checksum(row);
  }

  private int checksum(ByteBuffer row) {
    CRC32C sum = new CRC32C();
    sum.update(row.duplicate().limit(ContentHash.BYTES).position(0));
    sum.update(row.duplicate().limit(bytes()).position(VALUES));
    return (int) sum.getValue();
  }
}
