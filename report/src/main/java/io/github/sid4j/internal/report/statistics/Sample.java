package io.github.sid4j.internal.report.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a few values of one quantity say of it.
 *
 * @param n how many
 * @param mean of them; NaN without any
 * @param deviation their standard deviation, with n - 1 in the denominator; NaN below two
 */
public record Sample(int n, double mean, double deviation) {
  /** Of an interval: it covers the true mean in this share of the cases that it is made for. */
  public static final double CONFIDENCE = 0.95;

  /**
   * Of some values.
   *
   * @param values finite
   * @return their sample
   */
  public static Sample of(double... values) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Sample(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
  }

  /**
   * Of some values.
   *
   * @param values finite
   * @return their sample
   */
  public static Sample of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * Of the differences between values that belong together, as two runs with one seed do.
   *
   * @param values by what they share
   * @param from what is taken off, by the same
   * @return of the differences, one for each key that both have
   */
  public static Sample ofDifferences(Map<Long, Double> values, Map<Long, Double> from) {
    return of(differences(values, from));
  }

  /**
   * The differences between values that belong together.
   *
   * @param values by what they share
   * @param from what is taken off, by the same
   * @return one for each key that both have, in the order of the keys
   */
  public static List<Double> differences(Map<Long, Double> values, Map<Long, Double> from) {
    Map<Long, Double> differences = new TreeMap<>(values);
    differences.keySet().retainAll(from.keySet());
    differences.replaceAll((key, value) -> value - from.get(key));
    return List.copyOf(differences.values());
  }

  /**
   * Where the true mean lies by Student's t, if the values are independent and about normal.
   *
   * @return empty below two values
   */
  public Optional<Interval> interval() {
    if (n < 2) {
      return Optional.empty();
    }
    double t = TDistribution.of(n - 1).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
    double reach = t * deviation / Math.sqrt(n);
    return Optional.of(new Interval(mean - reach, mean + reach));
  }
}
