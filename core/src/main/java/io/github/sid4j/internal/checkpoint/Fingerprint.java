package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Size and SHA-256 of files. */
final class Fingerprint {
  private Fingerprint() {}

  static Manifest.Entry of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /** Reads a stream to its end, and leaves it open. */
  static Manifest.Entry of(InputStream in) throws IOException {
    MessageDigest digest = FileHash.sha256();
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
      bytes += count;
    }
    return new Manifest.Entry(bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
