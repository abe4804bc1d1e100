package io.github.sid4j.settings;

import io.github.sid4j.internal.settings.NumberType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The weight of the target in each module's loss, against that of the belief before. Each weight is
 * above 0 and at most 1.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param values one weight for all modules, one by module in order of depth, or those of the first
 *     and last module
 * @param interpolated whether the two values are the ends of a straight line over the modules
 */
public record AlphaSpec(List<Double> values, boolean interpolated) {
  private static final String LINE = "..";

  /** Copies the values and checks them. */
  public AlphaSpec {
    values = List.copyOf(values);
    Range range = Range.above(0).atMost(1);
    if (values.isEmpty() || !values.stream().allMatch(range::contains)) {
      throw new IllegalArgumentException("alpha must be above 0 and at most 1: " + values);
    }
    if (interpolated && values.size() != 2) {
      throw new IllegalArgumentException("a line has two ends, found " + values.size());
    }
  }

  /**
   * Reads {@code 0.5} (all modules), {@code 0.9,0.5,0.3} (by module) or {@code 0.9..0.3} (a
   * straight line from the first module to the last).
   *
   * @param text one of the three forms
   * @return the weights it stands for
   * @throws IllegalArgumentException if it is none of them or a weight is out of range
   */
  public static AlphaSpec parse(String text) {
    int line = text.indexOf(LINE);
    if (line >= 0) {
      return new AlphaSpec(
          List.of(weight(text.substring(0, line)), weight(text.substring(line + LINE.length()))),
          true);
    }
    return new AlphaSpec(Arrays.stream(text.split(",", -1)).map(AlphaSpec::weight).toList(), false);
  }

  private static Double weight(String text) {
    return NumberType.decimal(text.strip());
  }

  /**
   * The weight of each module.
   *
   * @param modules at least 1
   * @return that many weights, from the first module to the last; a single module takes the first
   *     end of a line
   * @throws IllegalArgumentException if the values are by module and of another number
   */
  public double[] resolve(int modules) {
    if (!fits(modules)) {
      throw new IllegalArgumentException(values.size() + " weights for " + modules + " modules");
    }
    if (interpolated) {
      double first = values.get(0);
      double last = values.get(1);
      return IntStream.range(0, modules)
          // The ends are taken as they are, since the formula may round them.
          .mapToDouble(
              k ->
                  k == 0
                      ? first
                      : k == modules - 1 ? last : first + (last - first) * k / (modules - 1))
          .toArray();
    }
    return IntStream.range(0, modules)
        .mapToDouble(k -> values.get(values.size() == 1 ? 0 : k))
        .toArray();
  }

  /**
   * Whether the weights can be those of so many modules.
   *
   * @param modules at least 1
   * @return false only if the values are by module and of another number
   */
  public boolean fits(int modules) {
    return interpolated || values.size() == 1 || values.size() == modules;
  }

  @Override
  public String toString() {
    return values.stream().map(Range::text).collect(Collectors.joining(interpolated ? LINE : ","));
  }
}
