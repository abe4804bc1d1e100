package io.github.sid4j.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One class among the answers of the last module.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param name of the class
 * @param support samples that are of it
 * @param predicted samples that are classified as it
 * @param precision share of the predicted that are of it, 0 to 1; null if none is predicted
 * @param recall share of its samples that are classified as it, 0 to 1; null if it has none
 * @param f1 {@code 2 right / (support + predicted)}, 0 to 1; null if both are 0
 * @param auc probability that a sample of the class gets a higher probability of it than one of
 *     another class, ties counted half, 0 to 1; null if the class has no samples or all
 */
public record ClassResult(
    String name,
    int support,
    int predicted,
    @Nullable Double precision,
    @Nullable Double recall,
    @Nullable Double f1,
    @Nullable Double auc) {
  /** Checks that what must be there is. */
  public ClassResult {
    Objects.requireNonNull(name, "name");
    if (support < 0 || predicted < 0) {
      throw new IllegalArgumentException("a negative number of samples");
    }
  }
}
