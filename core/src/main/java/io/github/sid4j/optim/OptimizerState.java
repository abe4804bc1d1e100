package io.github.sid4j.optim;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tensor beside each parameter, zero at first, that an optimizer remembers. */
final class OptimizerState {
  private final Map<String, Tensor> byName = new LinkedHashMap<>();
  private final List<Tensor> inOrder = new ArrayList<>();

  OptimizerState(String name, Parameters parameters) {
    try (Scope making = Scope.open()) {
      parameters
          .byName()
          .forEach(
              (parameter, tensor) -> {
                Tensor zeros = making.keep(tensor.zerosLike());
                byName.put(parameter + "." + name, zeros);
                inOrder.add(zeros);
              });
    }
  }

  Tensor get(int i) {
    return inOrder.get(i);
  }

  static Map<String, Tensor> join(OptimizerState... all) {
    Map<String, Tensor> joined = new LinkedHashMap<>();
    for (OptimizerState slots : all) {
      joined.putAll(slots.byName);
    }
    return joined;
  }
}
