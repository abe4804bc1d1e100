package io.github.sid4j.run;

/**
 * What one module makes of noisy labels, over the training batches of an epoch.
 *
 * @param samples whose label is wrong
 * @param labelDisagreement share of these for which the module believes most in another class than
 *     the label, 0 to 1; {@code null} if there are none
 * @param trueLabelRecovered share of these for which it believes most in the true class; likewise
 */
public record NoiseMetrics(long samples, Double labelDisagreement, Double trueLabelRecovered) {}
