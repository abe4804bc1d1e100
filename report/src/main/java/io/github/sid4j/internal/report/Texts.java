package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.statistics.Interval;
import io.github.sid4j.internal.report.statistics.Sample;
import java.util.List;
import java.util.Locale;

/** Numbers as a reader likes them, with signs and blanks that do not break. */
public final class Texts {
  /** Stands where there is no number. */
  public static final String NONE = "–";

  private static final char BLANK = '\u00a0';

  private Texts() {}

  /**
   * A fraction as in {@code 97.22 %}.
   *
   * @param fraction 0 to 1
   * @return {@link #NONE} if it is not finite
   */
  public static String percent(double fraction) {
    return Double.isFinite(fraction) ? number(fraction * 100, 2) + BLANK + "%" : NONE;
  }

  /** A difference of fractions in percentage points, as in {@code +1.20}. */
  static String points(double fraction) {
    if (!Double.isFinite(fraction)) {
      return NONE;
    }
    String text = number(fraction * 100, 2);
    return text.startsWith("−") || text.equals("0.00") ? text : "+" + text;
  }

  /** As in {@code −0.31 to +2.70}. */
  static String points(Interval interval) {
    return points(interval.low()) + " to " + points(interval.high());
  }

  /** Mean and standard deviation in percent, as in {@code 97.22 ± 0.31 %}. */
  static String meanAndDeviation(Sample sample) {
    String mean = percent(sample.mean());
    return sample.n() < 2
        ? mean
        : number(sample.mean() * 100, 2)
            + " ± "
            + number(sample.deviation() * 100, 2)
            + BLANK
            + "%";
  }

  /**
   * Four decimals, of nats or shares.
   *
   * @param value to be shown
   * @return {@link #NONE} if it is not finite
   */
  public static String nats(double value) {
    return Double.isFinite(value) ? number(value, 4) : NONE;
  }

  /**
   * As in {@code 3.1 s}, {@code 4 min 07 s}, {@code 2 h 31 min}.
   *
   * @param seconds at least 0
   * @return {@link #NONE} if they are not finite
   */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return NONE;
    }
    long whole = Math.round(seconds);
    if (seconds < 60) {
      return number(seconds, 1) + BLANK + "s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d%cmin %02d%cs", whole / 60, BLANK, whole % 60, BLANK)
        : String.format(
            Locale.ROOT, "%d%ch %02d%cmin", whole / 3600, BLANK, whole / 60 % 60, BLANK);
  }

  /**
   * In millions of 1,048,576 bytes, or thousands of them.
   *
   * @param bytes at least 0
   * @return {@link #NONE} if they are not finite
   */
  public static String bytes(double bytes) {
    double mebi = bytes / (1 << 20);
    return !Double.isFinite(bytes)
        ? NONE
        : mebi < 1024 ? number(mebi, 0) + BLANK + "MiB" : number(mebi / 1024, 2) + BLANK + "GiB";
  }

  /**
   * With a mark at the thousands and a true minus sign.
   *
   * @param value finite
   * @param decimals how many
   * @return the number
   */
  public static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    boolean zero = text.matches("-[0.]+");
    return zero ? text.substring(1) : text.replace('-', '−');
  }

  /**
   * As in {@code 1 run}, {@code 2 runs}.
   *
   * @param count how many
   * @param noun one of them
   * @return both
   */
  public static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /**
   * As a sentence of its own.
   *
   * @param clause begins with a small letter and has no period
   * @return with a capital and a period
   */
  public static String sentence(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
  }

  /** As in {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
