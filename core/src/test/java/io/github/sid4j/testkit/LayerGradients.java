package io.github.sid4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The gradients of a layer against central differences. */
public final class LayerGradients {
  private LayerGradients() {}

  /**
   * Checks the gradients of all parameters and of the input.
   *
   * @param make of the layer, in double precision
   * @param shape of the input
   */
  public static void check(Function<Initializer, Layer> make, long... shape) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(5);
      Layer layer = make.apply(new Initializer(3, DType.FLOAT64));
      Map<String, Tensor> inputs = new LinkedHashMap<>(layer.parameters().byName());
      // Off the first values, where a bias of 0 would hide what it does.
      inputs.values().forEach(w -> moveBy(w, draw.tensor(DType.FLOAT64, 0.5, w.shape())));
      inputs.put("x", draw.tensor(DType.FLOAT64, 1, shape).requireGradient());
      Tensor y = layer.forward(inputs.get("x"));
      Tensor seed = draw.tensor(DType.FLOAT64, 1, y.shape());
      List<Tensor> gradients = Autograd.gradients(y, seed, new ArrayList<>(inputs.values()));
      Map<String, double[]> byName = new LinkedHashMap<>();
      inputs.keySet().forEach(name -> byName.put(name, gradients.get(byName.size()).toDoubles()));
      assertThat(byName.get("x")).isNotEqualTo(new double[byName.get("x").length]);
      Differences.check(
          inputs, byName, () -> layer.forward(inputs.get("x")).times(seed).sum().item());
    }
  }

  private static void moveBy(Tensor w, Tensor change) {
    try (Autograd.Mode off = Autograd.off()) {
      w.inPlace().plus(change, 1);
    }
  }
}
