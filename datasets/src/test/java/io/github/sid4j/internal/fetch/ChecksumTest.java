package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
  /** Of the bytes {@code abc}: RFC 1321, A.5, and FIPS 180-4's published example. */
  private static final String MD5 = "900150983CD24FB0D6963F7D28E17F72";

  private static final String SHA_256 =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path temp;

  @Test
  void hashesAreThoseOfTheStandards() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "abc");
    assertThat(Checksum.md5(MD5).of(file)).isEqualTo(Checksum.md5(MD5));
    assertThat(Checksum.sha256(SHA_256).of(file)).isEqualTo(Checksum.sha256(SHA_256));
  }

  @Test
  void theAlgorithmIsShown() {
    assertThat(Checksum.md5(MD5)).hasToString("MD5 900150983cd24fb0d6963f7d28e17f72");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "g00150983cd24fb0d6963f7d28e17f72"})
  void whatIsNoHashIsRefused(String hex) {
    assertThatThrownBy(() -> Checksum.md5(hex)).isInstanceOf(IllegalArgumentException.class);
  }
}
