package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tensors of the shapes of parameters that follow them. For one thread at a time. */
final class ParameterCopies {
  private final List<Tensor> parameters;
  private final Map<String, Tensor> byName = new LinkedHashMap<>();
  private final List<Tensor> copies = new ArrayList<>();

  /** Makes them, zeros at first. */
  ParameterCopies(String name, Parameters parameters) {
    this.parameters = parameters.tensors();
    try (Scope making = Scope.open()) {
      parameters
          .byName()
          .forEach(
              (parameter, tensor) -> {
                Tensor copy = making.keep(tensor.zerosLike());
                byName.put(parameter + "." + name, copy);
                copies.add(copy);
              });
    }
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

  /** Puts each into the other's place. */
  void swap() {
    for (int i = 0; i < copies.size(); i++) {
      try (Scope swapping = Scope.open()) {
        Tensor before = parameters.get(i).copy();
        parameters.get(i).inPlace().copy(copies.get(i));
        copies.get(i).inPlace().copy(before);
      }
    }
  }

  Map<String, Tensor> byName() {
    return byName;
  }
}
