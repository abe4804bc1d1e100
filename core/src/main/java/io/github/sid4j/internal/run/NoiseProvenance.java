package io.github.sid4j.internal.run;

import java.util.Objects;

/**
 * Which noisy labels a run was given.
 *
 * @param type {@code symmetric} or {@code class-dependent}
 * @param rate probability that a training sample gets another label, 0 to 1
 * @param changed training samples that have one
 * @param samples of the training part
 */
public record NoiseProvenance(String type, double rate, int changed, int samples) {
  /** Checks that what must be there is. */
  public NoiseProvenance {
    Objects.requireNonNull(type, "type");
  }
}
