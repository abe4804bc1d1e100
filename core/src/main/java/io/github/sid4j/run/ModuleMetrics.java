package io.github.sid4j.run;

import io.github.sid4j.internal.run.OptionalField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One module in one epoch.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param index 1 for the module that reads the uniform belief, up to the number of modules
 * @param train over the epoch's training batches, each measured before its own update
 * @param validation over the validation part, after the epoch; null without such a part
 * @param noise what it makes of wrong training labels; null where none is known to be wrong
 */
public record ModuleMetrics(
    int index,
    BeliefMetrics train,
    @Nullable BeliefMetrics validation,
    @OptionalField @Nullable NoiseMetrics noise) {
  /** Checks that what must be there is. */
  public ModuleMetrics {
    Objects.requireNonNull(train, "train");
  }
}
