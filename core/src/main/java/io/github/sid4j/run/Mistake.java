package io.github.sid4j.run;

import java.util.Objects;

/**
 * Samples of one class that are taken for another.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param trueClass its name
 * @param predictedClass the name of the other
 * @param count how many, at least 1
 */
public record Mistake(String trueClass, String predictedClass, int count) {
  /** Checks that what must be there is. */
  public Mistake {
    Objects.requireNonNull(trueClass, "true_class");
    Objects.requireNonNull(predictedClass, "predicted_class");
  }
}
