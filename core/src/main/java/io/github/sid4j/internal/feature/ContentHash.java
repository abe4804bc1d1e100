package io.github.sid4j.internal.feature;

import io.github.sid4j.internal.checkpoint.FileHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The SHA-256 of what an example is made of, by which its features are found again wherever its
 * file lies. Immutable.
 */
record ContentHash(long first, long second, long third, long fourth) {
  static final int BYTES = 32;

  /**
   * Hashes an example.
   *
   * @param content as {@link io.github.sid4j.data.Examples#content} gives it
   * @param view which of its views; empty for the example as it is
   */
  static ContentHash of(byte[] content, String view) {
    MessageDigest digest = FileHash.sha256();
    digest.update(content);
    digest.update(view.getBytes(StandardCharsets.UTF_8));
    return read(ByteBuffer.wrap(digest.digest()), 0);
  }

  static ContentHash read(ByteBuffer bytes, int at) {
    return new ContentHash(
        bytes.getLong(at), bytes.getLong(at + 8), bytes.getLong(at + 16), bytes.getLong(at + 24));
  }

  void write(ByteBuffer into) {
    into.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }
}
