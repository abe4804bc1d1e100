package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.Shown;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as people write them: {@code 800m}, {@code 12g}. */
public final class ByteSize {
  private static final Pattern FORM = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)\\s?([mg])(i?b)?");
  private static final double MEBI = 1 << 20;

  private ByteSize() {}

  /**
   * Reads one.
   *
   * @param where it was given
   * @param text a number and m or g, for 2^20 or 2^30 bytes
   * @return in bytes, above 0
   * @throws InputException if it is none
   */
  public static long parse(String where, String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    long bytes =
        matcher.matches()
            ? Math.round(
                Double.parseDouble(matcher.group(1))
                    * (matcher.group(2).equals("g") ? MEBI * 1024 : MEBI))
            : 0;
    if (bytes <= 0) {
      throw new InputException(
          where,
          "an amount of memory",
          Shown.text(text.isBlank() ? "" : text),
          "write it like 800m or 12g");
    }
    return bytes;
  }

  /**
   * Writes one, rounded.
   *
   * @param bytes at least 0
   * @return for example {@code 1.3 GiB}
   */
  public static String text(long bytes) {
    double mebi = bytes / MEBI;
    return mebi < 1024
        ? String.format(Locale.ROOT, "%.0f MiB", mebi)
        : String.format(Locale.ROOT, "%.1f GiB", mebi / 1024);
  }
}
