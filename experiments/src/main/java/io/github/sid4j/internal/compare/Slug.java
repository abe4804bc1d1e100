package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.checkpoint.FileHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Names as parts of a file's name that every system takes. */
final class Slug {
  private static final int LONGEST = 120;
  private static final int KEPT = 100;
  private static final int HASH_BYTES = 4;

  private Slug() {}

  /** Lower-case letters and digits, hyphens for all between. */
  static String of(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** A setting's text; what is not plain is replaced. */
  static String value(String text) {
    return text.isEmpty() ? "none" : text.replaceAll("[^\\p{L}\\p{N}.,+-]+", "-");
  }

  /** One that is too long for a file's name is cut, and its hash distinguishes it from others. */
  static String bounded(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, KEPT) + "-" + hash(name);
  }

  private static String hash(String name) {
    byte[] sum = FileHash.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sum, 0, HASH_BYTES);
  }
}
