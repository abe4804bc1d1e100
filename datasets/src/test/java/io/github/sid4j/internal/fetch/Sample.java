package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A small data set of one file, and what fetching it needs. */
final class Sample {
  static final byte[] CONTENT = content();

  private Sample() {}

  private static byte[] content() {
    byte[] bytes = new byte[200_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  static byte[] corrupted() {
    byte[] bytes = CONTENT.clone();
    bytes[150_000] ^= 1;
    return bytes;
  }

  static PublicDataset dataset(URI... homes) {
    PublicFile file = PublicFile.plain("sample", "a.gz", CONTENT.length, sha256(CONTENT));
    return new PublicDataset("sample", Arrays.asList(homes), List.of(file));
  }

  static Checksum sha256(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Checksum.sha256(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Three attempts without a wait, three redirects. */
  static FetchPolicy policy(Duration idle) {
    return new FetchPolicy(Duration.ofSeconds(5), idle, 3, 3, failures -> {});
  }

  static List<Path> fetch(Path dir, URI... homes) throws IOException {
    return new Fetcher(policy(Duration.ofSeconds(5)))
        .fetch(dataset(homes), dir, ProgressListener.NONE);
  }

  static Path place(Path dir) {
    return dir.resolve("sample/a.gz");
  }

  static Path partial(Path dir) {
    return dir.resolve(".partial/sample/a.gz");
  }

  static void assertFetched(Path dir) {
    assertThat(place(dir)).hasBinaryContent(CONTENT);
    assertThat(dir.resolve(".partial/sample")).doesNotExist();
  }

  static void assertNothingPlaced(Path dir) {
    assertThat(Files.exists(dir.resolve("sample"))).isFalse();
  }
}
