package io.github.sid4j.export;

import io.github.sid4j.internal.cascade.InputModule;
import io.github.sid4j.internal.network.InputPlace;
import io.github.sid4j.internal.network.JoinedInputs;

/** How modules and layers are written that read samples of several inputs. */
final class Inputs {
  private Inputs() {}

  static Value logits(InputModule module, Value before, Value samples, Graph graph) {
    Value present = present(module.place(), samples, graph);
    Value features = graph.write(module.network(), values(module.place(), samples, graph));
    Value own = Ops.both("Mul", graph.logits(module.head(), before, features), present, graph);
    // ONNX has no operator for 1 - x.
    Value absent = Ops.with("Add", Ops.each("Neg", present, graph), 1, graph);
    Value logarithms = Ops.each("Log", Ops.with("Add", before, InputModule.SMALLEST, graph), graph);
    return Ops.both("Add", own, Ops.both("Mul", logarithms, absent, graph), graph);
  }

  static Value features(JoinedInputs layer, Value samples, Graph graph) {
    Value[] parts =
        layer.inputs().stream()
            .map(
                input ->
                    Ops.both(
                        "Mul",
                        graph.write(input.network(), values(input.place(), samples, graph)),
                        present(input.place(), samples, graph),
                        graph))
            .toArray(Value[]::new);
    return Ops.concat(0, graph, parts);
  }

  private static Value values(InputPlace place, Value samples, Graph graph) {
    Value flat = Ops.slice(samples, 0, place.from() + 1, place.width(), graph);
    return Ops.reshape(flat, graph, place.sample());
  }

  private static Value present(InputPlace place, Value samples, Graph graph) {
    return Ops.slice(samples, 0, place.from(), 1, graph);
  }
}
