package io.github.sid4j.internal.objective;

import io.github.sid4j.engine.Tensor;
import java.util.function.UnaryOperator;

/**
 * What the last module believed of a batch's samples in earlier epochs.
 *
 * @param probabilities [B, N]; rows sum to 1, of samples that were not visited yet to 0
 * @param shares [B, 1], of the full weight that they have by now, 0 to 1; 0 of samples that were
 *     not visited yet
 */
public record StoredBeliefs(Tensor probabilities, Tensor shares) {
  /** The same in other tensors. */
  public StoredBeliefs map(UnaryOperator<Tensor> change) {
    return new StoredBeliefs(change.apply(probabilities), change.apply(shares));
  }
}
