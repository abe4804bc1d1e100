package io.github.sid4j.run;

import org.jspecify.annotations.Nullable;

/**
 * How one module answers noisy labels, over the training batches of an epoch.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param samples whose label is noisy
 * @param labelDisagreement share of these whose most probable class differs from the label, 0 to 1;
 *     null if there are none
 * @param trueLabelRecovered share of these whose most probable class is the true one; likewise
 */
public record NoiseMetrics(
    long samples, @Nullable Double labelDisagreement, @Nullable Double trueLabelRecovered) {}
