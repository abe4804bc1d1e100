package io.github.sid4j.engine;

import java.util.List;

/**
 * Copies that stand in for weights while a graph is recorded and taken backward. What is recorded
 * of a weight is its memory and not its numbers: once the copies have become others, gradients are
 * handed back through those, by the same operations as through the weights.
 *
 * <pre>{@code
 * try (WeightSubstitution copies = WeightSubstitution.of(weights, DType.FLOAT32)) {
 *   Tensor loss = ...;
 *   copies.become(feedback);
 *   gradients = Autograd.gradients(loss, one, parameters);
 * }
 * }</pre>
 *
 * <p>Belongs to the scope that is open when it is made. Until it is closed the weights are those
 * copies for everybody, and gradients on them have the copies' type.
 *
 * <p>For one thread at a time.
 */
public final class WeightSubstitution implements AutoCloseable {
  private final List<Tensor> weights;
  private final List<Tensor> own;
  private final List<Tensor> copies;

  private WeightSubstitution(List<Tensor> weights, List<Tensor> own, List<Tensor> copies) {
    this.weights = weights;
    this.own = own;
    this.copies = copies;
    exchange(copies);
  }

  /**
   * Puts copies in the place of weights.
   *
   * @param weights leaves that require gradients
   * @param type of the copies; the one that layers compute in, or they copy once more
   * @return for a try-with-resources
   */
  public static WeightSubstitution of(List<Tensor> weights, DType type) {
    List<Tensor> own = weights.stream().map(Tensor::detach).toList();
    return new WeightSubstitution(
        weights, own, own.stream().map(w -> w.type() == type ? w.copy() : w.to(type)).toList());
  }

  /**
   * Overwrites the copies, also for the graph that is there already.
   *
   * @param others one for each weight, of its shape
   */
  public void become(List<Tensor> others) {
    for (int i = 0; i < copies.size(); i++) {
      copies.get(i).inPlace().copy(others.get(i));
    }
  }

  /** Gives the weights their own memory back. */
  @Override
  public void close() {
    exchange(own);
  }

  private void exchange(List<Tensor> memory) {
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).pointer().set_data(memory.get(i).pointer());
    }
  }
}
