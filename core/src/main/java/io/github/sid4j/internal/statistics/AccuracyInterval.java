package io.github.sid4j.internal.statistics;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far the accuracy on other samples may be from the one that was measured: the exact interval
 * of 95 %, which holds for few samples, too.
 *
 * @param samples that the accuracy was measured on, at least 1
 * @param lower its lower bound, 0 to 1
 * @param upper its upper bound, 0 to 1
 */
public record AccuracyInterval(long samples, double lower, double upper) {
  /** On each side of the interval. */
  private static final double RISK = 0.025;

  /** From here on a reader is to be warned. */
  private static final double WIDE = 0.1;

  /**
   * Of an accuracy.
   *
   * @param accuracy 0 to 1; {@code null} and not-a-number where none was measured
   * @param samples that it was measured on
   * @return empty without an accuracy or without samples
   */
  public static Optional<AccuracyInterval> of(@Nullable Double accuracy, long samples) {
    if (samples < 1 || accuracy == null || accuracy.isNaN()) {
      return Optional.empty();
    }
    long right = Math.round(accuracy * samples);
    return Optional.of(
        new AccuracyInterval(
            samples, Binomial.lower(right, samples, RISK), Binomial.upper(right, samples, RISK)));
  }

  /**
   * Whether the samples are too few for the accuracy to mean much.
   *
   * @return true above ten percentage points from bound to bound
   */
  public boolean isWide() {
    return upper - lower > WIDE;
  }

  /**
   * The same in words, to follow an accuracy.
   *
   * @param count writes a number of samples
   * @param percent writes a fraction
   * @return for example {@code of only 12 test samples: the accuracy on others may be anything from
   *     73.54 % to 100.00 % (95 %)}
   */
  public String text(LongFunction<String> count, DoubleFunction<String> percent) {
    return "of %s%s test %s: the accuracy on others may be anything from %s to %s (95 %%)"
        .formatted(
            isWide() ? "only " : "",
            count.apply(samples),
            samples == 1 ? "sample" : "samples",
            percent.apply(lower),
            percent.apply(upper));
  }
}
