package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.report.statistics.Sample;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Mean and standard deviation of a measure.
 *
 * @param mean of the values
 * @param deviation standard deviation of the sample (by n - 1); {@code null} for a single value
 */
public record Moments(double mean, Double deviation) {
  /** Of the values that are there; {@code null} if none is. */
  static <T> Moments of(List<T> from, Function<T, Double> value) {
    Sample known = Sample.of(from.stream().map(value).filter(Objects::nonNull).toList());
    if (known.n() == 0) {
      return null;
    }
    return new Moments(known.mean(), known.n() == 1 ? null : known.deviation());
  }
}
