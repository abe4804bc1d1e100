package io.github.sid4j.compare;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Mean and spread of a measure.
 *
 * @param mean of the values
 * @param deviation standard deviation of the sample (by n - 1); {@code null} for a single value
 */
public record Moments(double mean, Double deviation) {
  /** Of the values that are there; {@code null} if none is. */
  static <T> Moments of(List<T> from, Function<T, Double> value) {
    double[] known =
        from.stream()
            .map(value)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (known.length == 0) {
      return null;
    }
    double sum = 0;
    for (double one : known) {
      sum += one;
    }
    double mean = sum / known.length;
    double squares = 0;
    for (double one : known) {
      squares += (one - mean) * (one - mean);
    }
    return new Moments(
        mean, known.length == 1 ? null : Double.valueOf(Math.sqrt(squares / (known.length - 1))));
  }
}
