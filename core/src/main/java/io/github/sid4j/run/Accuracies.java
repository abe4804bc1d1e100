package io.github.sid4j.run;

/**
 * Accuracy of the last module with two sets of weights, as fractions.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param best with the weights of the epoch that was best on the validation part
 * @param last with the weights of the last epoch
 */
public record Accuracies(Double best, Double last) {}
