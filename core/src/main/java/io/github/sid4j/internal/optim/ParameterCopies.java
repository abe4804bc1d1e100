package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Tensor;
import java.util.List;

/** Tensors of the shapes of parameters that follow them. For one thread at a time. */
final class ParameterCopies {
  private final List<Tensor> parameters;
  private final List<Tensor> copies;

  /** Takes those that the state of an optimizer holds. */
  ParameterCopies(List<Tensor> parameters, List<Tensor> copies) {
    this.parameters = parameters;
    this.copies = copies;
  }

  /** Makes them equal to the parameters. */
  void take() {
    for (int i = 0; i < copies.size(); i++) {
      copies.get(i).inPlace().copy(parameters.get(i));
    }
  }

  /** Makes the parameters equal to them. */
  void put() {
    for (int i = 0; i < copies.size(); i++) {
      parameters.get(i).inPlace().copy(copies.get(i));
    }
  }

  /** Moves them a share of the way towards the parameters, where gradients are not recorded. */
  void follow(double share) {
    for (int i = 0; i < copies.size(); i++) {
      copies.get(i).inPlace().lerp(parameters.get(i), share);
    }
  }
}
