package io.github.sid4j.calibrate;

import io.github.sid4j.error.InputException;
import io.github.sid4j.predict.Calibration.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a rule is chosen for. An accuracy or a loss is reached with as little compute as can be, a
 * budget is used for as much accuracy as can be.
 *
 * @param kind of the goal
 * @param value in the unit of the kind
 */
public record Goal(Kind kind, double value) {
  /** The kinds of goals. */
  public enum Kind {
    /** At most so many percentage points of accuracy lost against all modules. */
    LOSS,
    /** At least an accuracy, in percent. */
    ACCURACY,
    /** At most a share of all modules' multiplications, in percent. */
    BUDGET
  }

  /**
   * Checks the value.
   *
   * @throws InputException if it is not 0 to 100
   */
  public Goal {
    if (!(value >= 0 && value <= 100)) {
      throw new InputException(
          "goal", "a number from 0 to 100", Double.toString(value), "correct it");
    }
  }

  /**
   * Chooses among rules by what they reach on the validation part.
   *
   * @param full what all modules reach
   * @param rules at least one
   * @return the best by the goal
   * @throws InputException if none reaches it
   */
  Outcome choose(Outcome full, List<Outcome> rules) {
    Comparator<Outcome> cheap = Comparator.comparingDouble(Outcome::compute);
    Comparator<Outcome> right = Comparator.comparingDouble(rule -> -rule.accuracy());
    return rules.stream()
        .filter(rule -> reached(full, rule))
        .min(kind == Kind.BUDGET ? right.thenComparing(cheap) : cheap.thenComparing(right))
        .orElseThrow(() -> unreachable(rules));
  }

  private boolean reached(Outcome full, Outcome rule) {
    // In whole samples, a difference of nothing must not depend on rounding.
    double tolerance = 1e-9;
    return switch (kind) {
      case LOSS -> rule.accuracy() >= full.accuracy() - value / 100 - tolerance;
      case ACCURACY -> rule.accuracy() >= value / 100 - tolerance;
      case BUDGET -> rule.compute() <= value / 100 + tolerance;
    };
  }

  private InputException unreachable(List<Outcome> rules) {
    boolean budget = kind == Kind.BUDGET;
    double nearest =
        budget
            ? rules.stream().mapToDouble(Outcome::compute).min().orElseThrow()
            : rules.stream().mapToDouble(Outcome::accuracy).max().orElseThrow();
    return new InputException(
        budget ? "--budget" : "--accuracy",
        String.format(
            Locale.ROOT,
            "%s %.2f on the validation part",
            budget ? "at least" : "at most",
            100 * nearest),
        String.format(Locale.ROOT, "%.2f", value),
        budget ? "allow more" : "ask for less, or train longer");
  }

  @Override
  public String toString() {
    return switch (kind) {
      case LOSS -> String.format(Locale.ROOT, "at most %s points below all modules", plain());
      case ACCURACY -> String.format(Locale.ROOT, "an accuracy of at least %s %%", plain());
      case BUDGET -> String.format(Locale.ROOT, "at most %s %% of the compute", plain());
    };
  }

  private String plain() {
    return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
