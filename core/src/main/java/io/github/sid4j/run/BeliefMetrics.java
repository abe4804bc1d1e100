package io.github.sid4j.run;

import io.github.sid4j.internal.run.OptionalField;
import org.jspecify.annotations.Nullable;

/**
 * How good one module's belief is over a set of samples. Divergences are in nats, means over the
 * samples, in the direction of the objective.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param accuracy share of samples whose most probable class is the label, 0 to 1
 * @param klTarget divergence to the (smoothed) target
 * @param klPrevious divergence to the belief before
 * @param loss alpha klTarget + (1 - alpha) klPrevious
 * @param lossAboveFloor what of the loss a better module could remove, given the belief before it;
 *     at least 0 up to rounding
 * @param regressed share of samples whose belief is further from the target than the belief before,
 *     by more than 1e-6 nats, 0 to 1
 * @param slack by how much a sample's loss is above that of handing the belief before on, 0 where
 *     it is not, a mean; null, as those that follow, for methods without such a loss
 * @param klTargetBound what klTarget cannot exceed, by klPrevious and slack of the modules up to
 *     this one
 * @param klTargetRate what klTarget would not exceed if all modules up to this one were at their
 *     best
 */
public record BeliefMetrics(
    double accuracy,
    double klTarget,
    double klPrevious,
    double loss,
    double lossAboveFloor,
    @OptionalField @Nullable Double regressed,
    @OptionalField @Nullable Double slack,
    @OptionalField @Nullable Double klTargetBound,
    @OptionalField @Nullable Double klTargetRate) {
  /**
   * The same of a method whose modules have no loss of their own.
   *
   * @return without what is proven of such losses
   */
  public BeliefMetrics withoutLocalLoss() {
    return new BeliefMetrics(
        accuracy, klTarget, klPrevious, loss, lossAboveFloor, regressed, null, null, null);
  }
}
