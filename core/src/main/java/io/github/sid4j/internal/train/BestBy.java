package io.github.sid4j.internal.train;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What makes an epoch the best one. Constants, safe for several threads. */
public enum BestBy {
  /** The highest validation accuracy, of equals the lowest divergence, of these the last. */
  ACCURACY,

  /** The lowest divergence of the last module to the target on the validation part. */
  LOSS,

  /** Nothing: the last epoch, for a schedule that ends where the training is over. */
  LAST;

  /**
   * By its word in settings.
   *
   * @param word as {@code best-by} has it
   * @return the constant
   */
  public static BestBy of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether an epoch is better than the best before; {@code null} is a number that is not known.
   */
  boolean isBetter(
      @Nullable Double accuracy,
      @Nullable Double divergence,
      @Nullable Double bestAccuracy,
      @Nullable Double bestDivergence) {
    // Without a validation part there is nothing to choose by: the last epoch stands as the best.
    if (this == LAST || accuracy == null || bestAccuracy == null) {
      return true;
    }
    if (this == ACCURACY && !accuracy.equals(bestAccuracy)) {
      return accuracy > bestAccuracy;
    }
    // Of equals the later one is better: it has been trained for longer.
    return bestDivergence == null || (divergence != null && divergence <= bestDivergence);
  }
}
