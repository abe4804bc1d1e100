package io.github.sid4j.cli;

import io.github.sid4j.internal.text.Visible;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Numbers and lines as a reader likes them. */
final class ConsoleTexts {
  private static final String UNKNOWN = "-";

  private ConsoleTexts() {}

  /** A fraction as a percentage with two decimals; a hyphen for {@code null} and not-a-number. */
  static String percent(Double fraction) {
    return fraction == null || fraction.isNaN()
        ? UNKNOWN
        : String.format(Locale.ROOT, "%.2f %%", fraction * 100);
  }

  /**
   * On one line and of visible characters only, others as escapes. Needed where the width counts,
   * or an end of line in a name would pass for one of ours; {@link SafePrinter} has the rest.
   */
  static String printable(String text) {
    return Visible.text(text);
  }

  /** Four decimals, or an exponent for what would need many digits in front. */
  static String nats(double value) {
    if (Double.isNaN(value)) {
      return UNKNOWN;
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10_000 ? "%.4f" : "%.3e", value);
  }

  /** Three significant digits at most. */
  static String rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toString()
        : UNKNOWN;
  }

  /** Thousands apart. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** For example {@code 12.3 MB}, by thousands. */
  static String bytes(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : bytes < 1_000_000_000
            ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
            : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  /** For example {@code 1 h 02 min}, {@code 3 min 07 s}, {@code 4.2 s}. */
  static String duration(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toHours() == 0
        ? String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
  }

  /**
   * Breaks a text at blanks so that it fits the terminal.
   *
   * @param width of the terminal; without one no line is broken, see {@link Terminal#width}
   * @param label in front of the first line; the others are indented as far
   * @param text words
   * @return lines; longer than the terminal only where a single word is
   */
  static List<String> wrap(int width, String label, String text) {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(label.length());
    StringBuilder line = new StringBuilder(label);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * A column of names with text behind it.
   *
   * @param names all that stand in it
   * @return fills a name, or nothing, with blanks up to where the text begins
   */
  static UnaryOperator<String> column(Stream<String> names) {
    int width = 2 + names.mapToInt(String::length).max().orElse(0);
    return name -> name + " ".repeat(width - name.length());
  }
}
