package io.github.sid4j.internal.formats;

import io.github.sid4j.internal.data.ChannelLevels;
import io.github.sid4j.internal.data.DataDigest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps what scans of whole data found, so that a run that is resumed or evaluated need not decode
 * all images first. A file is known by a hash of all that the scan depends on, and ends with one of
 * its own bytes. Nothing is lost if it cannot be written or is damaged: then the data is scanned.
 */
final class ScanCache {
  private static final int HASH = 32;
  private static final int LEVELS = 256;

  private final Path folder;

  /** Files in a folder, which is made if need be. */
  ScanCache(Path folder) {
    this.folder = folder;
  }

  /** What is kept. */
  record Kept(int height, int width, ChannelLevels training) {}

  /** What was kept of equal data. */
  Optional<Kept> find(String key) {
    try {
      byte[] all = Files.readAllBytes(file(key));
      byte[] content = Arrays.copyOf(all, Math.max(0, all.length - HASH));
      byte[] hash = Arrays.copyOfRange(all, content.length, all.length);
      return Arrays.equals(sha256(content), hash) ? Optional.of(read(content)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Kept read(byte[] content) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      int height = in.readInt();
      int width = in.readInt();
      long[][] counts = new long[in.readInt()][LEVELS];
      for (long[] channel : counts) {
        for (int level = 0; level < LEVELS; level++) {
          channel[level] = in.readLong();
        }
      }
      return new Kept(height, width, ChannelLevels.of(counts));
    }
  }

  /** Keeps what a scan without damage found. */
  void keep(String key, ScannedImages scanned) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        out.writeInt(scanned.height());
        out.writeInt(scanned.width());
        long[][] counts = scanned.training().counts();
        out.writeInt(counts.length);
        for (long[] channel : counts) {
          for (long count : channel) {
            out.writeLong(count);
          }
        }
      }
      bytes.write(sha256(bytes.toByteArray()));
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, "scan", ".tmp");
      Files.write(temporary, bytes.toByteArray());
      Files.move(temporary, file(key), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // The next one scans again.
      return;
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ".scan");
  }

  private static byte[] sha256(byte[] content) {
    return DataDigest.sha256().digest(content);
  }

  /**
   * The name of a scan.
   *
   * @param data hash of the shards
   * @param rules text of the rules by which images are read
   * @param numbers of samples and classes that are scanned
   */
  static String key(String data, String rules, int[]... numbers) {
    MessageDigest digest = DataDigest.sha256();
    digest.update((data + ' ' + rules).getBytes(StandardCharsets.UTF_8));
    for (int[] some : numbers) {
      ByteBuffer bytes = ByteBuffer.allocate(some.length * Integer.BYTES);
      bytes.asIntBuffer().put(some);
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
