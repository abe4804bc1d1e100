package io.github.sid4j.run;

import org.jspecify.annotations.Nullable;

/**
 * Accuracy of the last module with two sets of weights, as fractions.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param best with the weights of the epoch that was best on the validation part
 * @param last with the weights of the last epoch
 */
public record Accuracies(@Nullable Double best, @Nullable Double last) {}
