package io.github.sid4j.run;

/**
 * How good one module's belief is over a set of samples. Divergences are in nats, means over the
 * samples, in the direction of the objective.
 *
 * @param accuracy share of samples whose most believed class is the label, 0 to 1
 * @param klTarget divergence to the (smoothed) target
 * @param klPrevious divergence to the belief before
 * @param loss alpha klTarget + (1 - alpha) klPrevious
 * @param lossAboveFloor what of the loss a better module could remove, given the belief before it;
 *     at least 0 up to rounding
 */
public record BeliefMetrics(
    double accuracy, double klTarget, double klPrevious, double loss, double lossAboveFloor) {}
