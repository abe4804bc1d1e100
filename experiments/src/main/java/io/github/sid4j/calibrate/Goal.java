package io.github.sid4j.calibrate;

import io.github.sid4j.error.InputException;
import java.util.Locale;

/**
 * What a rule is chosen for. An accuracy or a loss is reached with as little compute as can be, a
 * budget is used for as much accuracy as can be; {@link RuleChoice} says how sure that is.
 *
 * <p>Immutable, and so safe for several threads.
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
