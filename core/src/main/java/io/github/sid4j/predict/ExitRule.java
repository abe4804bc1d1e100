package io.github.sid4j.predict;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sid4j.error.InputException;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * When a cascade is sure enough of an example to leave the modules that follow uncomputed.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param kind of the rule
 * @param threshold the least probability of the most probable class, 0 to 1; without meaning for
 *     {@link Kind#NEVER}
 */
public record ExitRule(Kind kind, double threshold) {
  /** The kinds of rules. */
  public enum Kind {
    /** All modules are computed. */
    @JsonProperty("never")
    NEVER,
    /** The first module whose most probable class has the probability of the threshold. */
    @JsonProperty("confidence")
    CONFIDENCE,
    /**
     * The first module that believes most in the same class as the one before it, with the
     * probability of the threshold. The first module never ends by this rule.
     */
    @JsonProperty("agreement")
    AGREEMENT
  }

  /** All modules, always. */
  public static final ExitRule NEVER = new ExitRule(Kind.NEVER, 1);

  /**
   * Checks the threshold.
   *
   * @throws InputException if it is out of range
   */
  public ExitRule {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new InputException(
          "exit threshold", "a number from 0 to 1", Double.toString(threshold), "correct it");
    }
  }

  /**
   * By confidence.
   *
   * @param threshold 0 to 1
   * @return the rule
   */
  public static ExitRule confidence(double threshold) {
    return new ExitRule(Kind.CONFIDENCE, threshold);
  }

  /**
   * By agreement of two successive modules.
   *
   * @param threshold 0 to 1; 0 asks for agreement alone
   * @return the rule
   */
  public static ExitRule agreement(double threshold) {
    return new ExitRule(Kind.AGREEMENT, threshold);
  }

  /**
   * Whether an example is decided.
   *
   * @param before the most probable class of the module before, -1 for the first module
   * @param now that of this module
   * @param probability of that class
   * @return whether no further module is needed
   */
  public boolean ends(int before, int now, double probability) {
    return switch (kind) {
      case NEVER -> false;
      case CONFIDENCE -> probability >= threshold;
      case AGREEMENT -> before == now && probability >= threshold;
    };
  }

  /**
   * In words.
   *
   * @return as {@code --exit} takes it, for example {@code confidence:0.9}
   */
  @Override
  public String toString() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.NEVER
        ? word
        : word + ":" + BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString();
  }
}
