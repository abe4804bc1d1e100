package io.github.sid4j.export;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.PowerNormalized;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Operation;
import java.util.List;
import java.util.Map;

/** How the layers are written that read vectors, or anything. */
final class Operations {
  private Operations() {}

  static Value operation(Operation operation, Value x, Graph graph) {
    return switch (operation) {
      case IDENTITY -> x;
      case RELU, RELU_IN_PLACE -> Ops.each("Relu", x, graph);
      case RELU6_IN_PLACE -> Ops.clip(x, 0, 6, graph);
      case GELU -> gelu(x, graph);
      case MAX_POOL -> Images.maxPool(x, graph);
      case MAX_POOL_3X3 -> Images.maxPool3x3(x, graph);
      case GLOBAL_MAX -> Images.globalMax(x, graph);
      case GLOBAL_AVERAGE -> Images.globalAverage(x, graph);
      case FIRST_TOKEN -> Ops.reshape(Ops.slice(x, 0, 0, 1, graph), graph, x.size(1));
    };
  }

  /** {@code x (1 + erf(x / sqrt 2)) / 2}, in the order that runtimes know it by. */
  private static Value gelu(Value x, Graph graph) {
    Value erf = Ops.each("Erf", Ops.with("Div", x, Math.sqrt(2), graph), graph);
    Value twice = Ops.both("Mul", x, Ops.with("Add", erf, 1, graph), graph);
    return Ops.with("Mul", twice, 0.5, graph);
  }

  static Value linear(Linear linear, Value x, Graph graph) {
    List<Tensor> both = linear.parameters().tensors();
    return Ops.linear(x, both.get(0), both.get(1), graph);
  }

  /** {@code sign(x) sqrt(|x|) / sqrt(mean |x|)}. */
  static Value power(PowerNormalized power, Value photo, Graph graph) {
    Value x = graph.write(power.network(), photo);
    Value magnitude = Ops.each("Abs", x, graph);
    Value root =
        Ops.both("Mul", Ops.each("Sqrt", magnitude, graph), Ops.each("Sign", x, graph), graph);
    Value mean = graph.node("ReduceMean").input(magnitude).set("axes", List.of(-1)).gives(1);
    Value length = Ops.each("Sqrt", Ops.with("Add", mean, PowerNormalized.EPSILON, graph), graph);
    return Ops.both("Div", root, length, graph);
  }

  static Value layerNorm(LayerNorm norm, Value x, Graph graph) {
    Map<String, Tensor> tensors = norm.parameters().byName();
    return graph
        .node("LayerNormalization")
        .input(x)
        .input(Named.in(tensors, "weight"))
        .input(Named.in(tensors, "bias"))
        .set("axis", -1)
        .set("epsilon", norm.epsilon())
        .gives(x.sample());
  }
}
