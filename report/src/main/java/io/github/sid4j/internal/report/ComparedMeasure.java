package io.github.sid4j.internal.report;

import io.github.sid4j.run.RunResult;
import java.util.Arrays;
import java.util.List;

/** A number of a finished run that configurations are compared by. */
enum ComparedMeasure {
  TEST_BEST("Test, best epoch"),
  TEST_LAST("Test, last epoch"),
  VALIDATION("Validation, best epoch"),
  SECONDS("Time"),
  MEMORY("Peak memory");

  private final String heading;

  ComparedMeasure(String heading) {
    this.heading = heading;
  }

  /**
   * Those that there are to compare.
   *
   * @param last whether all runs answer with the weights of the last epoch: then there is no other
   *     epoch to name
   */
  static List<ComparedMeasure> all(boolean last) {
    return Arrays.stream(values()).filter(one -> !last || one != TEST_BEST).toList();
  }

  /** What it is called; {@code last} as in {@link #all}. */
  String heading(boolean last) {
    return last && this == VALIDATION ? "Validation, last epoch" : heading;
  }

  /** Of an accuracy: what was measured, whichever epoch's weights it was measured with. */
  String words() {
    return this == VALIDATION ? "validation accuracy" : "test accuracy";
  }

  boolean isAccuracy() {
    return this == TEST_BEST || this == TEST_LAST || this == VALIDATION;
  }

  /** In fractions, seconds or bytes; NaN where a run has none. */
  double of(RunResult result) {
    Double value =
        switch (this) {
          case TEST_BEST -> result.testAccuracy().best();
          case TEST_LAST -> result.testAccuracy().last();
          case VALIDATION -> result.validationAccuracy().best();
          case SECONDS -> Double.valueOf(result.wallSeconds());
          case MEMORY -> Double.valueOf((double) result.peakRssBytes());
        };
    return value == null ? Double.NaN : value;
  }

  String text(double value) {
    return switch (this) {
      case SECONDS -> Texts.duration(value);
      case MEMORY -> Texts.bytes(value);
      default -> Texts.percent(value);
    };
  }
}
