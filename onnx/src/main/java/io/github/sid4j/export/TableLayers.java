package io.github.sid4j.export;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.CategoryVectors;
import io.github.sid4j.internal.network.PeriodicNumbers;
import io.github.sid4j.internal.network.TableEmbedding;
import io.github.sid4j.internal.network.TableFields.Field;
import io.github.sid4j.internal.network.TableFields.Kind;
import io.github.sid4j.internal.network.TableResidual;
import io.github.sid4j.network.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the layers of networks for tables are written. */
final class TableLayers {
  private TableLayers() {}

  static Value embedding(TableEmbedding embedding, Value x, Graph graph) {
    Map<String, Layer> parts = embedding.parts();
    List<Value> numbers = new ArrayList<>();
    List<Value> others = new ArrayList<>();
    for (Field field : embedding.fields().fields()) {
      Value inputs = Ops.slice(x, 0, field.from(), field.width(), graph);
      Layer vectors = parts.get(TableEmbedding.category(field));
      if (field.kind() == Kind.NUMBER) {
        numbers.add(inputs);
      } else {
        others.add(vectors == null ? inputs : graph.write(vectors, inputs));
      }
    }
    if (!numbers.isEmpty()) {
      Value all = joined(numbers, graph);
      others.add(0, graph.write(Named.in(parts, TableEmbedding.NUMBERS), all));
    }
    return joined(others, graph);
  }

  private static Value joined(List<Value> values, Graph graph) {
    return values.size() == 1 ? values.get(0) : Ops.concat(0, graph, values.toArray(Value[]::new));
  }

  static Value periodic(PeriodicNumbers periodic, Value x, Graph graph) {
    int numbers = x.size(0);
    Tensor frequencies = periodic.frequencies();
    int count = Math.toIntExact(frequencies.size(1));
    Value turns =
        graph
            .node("Mul")
            .input(Ops.reshape(x, graph, numbers, 1))
            .input(frequencies)
            .gives(numbers, count);
    Value radians = Ops.with("Mul", turns, 2 * Math.PI, graph);
    Value waves =
        Ops.concat(1, graph, Ops.each("Sin", radians, graph), Ops.each("Cos", radians, graph));
    return Ops.flat(Ops.each("Relu", graph.write(periodic.linear(), waves), graph), graph);
  }

  static Value category(CategoryVectors vectors, Value x, Graph graph) {
    Tensor weight = Named.in(vectors.parameters().byName(), "weight");
    return graph.node("MatMul").input(x).input(weight).gives(Math.toIntExact(weight.size(1)));
  }

  static Value residual(TableResidual block, Value x, Graph graph) {
    return Ops.both("Add", x, graph.write(block.residual(), x), graph);
  }
}
