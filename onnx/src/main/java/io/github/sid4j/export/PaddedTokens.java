package io.github.sid4j.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.EachToken;
import io.github.sid4j.internal.network.LargestFound;
import io.github.sid4j.internal.network.TextConvolution;
import io.github.sid4j.internal.network.TextPlaces;
import io.github.sid4j.internal.network.TextPooling;
import io.github.sid4j.internal.network.TokenEmbedding;
import io.github.sid4j.internal.network.TokenMean;
import io.github.sid4j.internal.network.TransformerBlock;
import io.github.sid4j.network.Layer;
import java.util.List;
import java.util.Map;

/** How the layers are written that know of padding: [T, C + 1], with 1 behind a token, else 0. */
final class PaddedTokens {
  /** What is taken off the scores of padding, as {@link io.github.sid4j.engine.Attention} does. */
  private static final double ABSENT = 1e9;

  private PaddedTokens() {}

  static Value embedding(TokenEmbedding embedding, Value x, Graph graph) {
    int tokens = x.size(0);
    Tensor weight = Named.in(embedding.parameters().byName(), "weight");
    int width = Math.toIntExact(weight.size(1));
    Value ids = cast(x, TensorProto.DataType.INT64, graph);
    Value vectors = graph.node("Gather").input(weight).input(ids).gives(tokens, width);
    Value padding =
        graph.node("Equal").input(ids).integers(embedding.padding()).gives(ids.sample());
    Value some = cast(Ops.each("Not", padding, graph), TensorProto.DataType.FLOAT, graph);
    Value there = Ops.reshape(some, graph, tokens, 1);
    return Ops.concat(1, graph, Ops.both("Mul", vectors, there, graph), there);
  }

  private static Value cast(Value x, TensorProto.DataType type, Graph graph) {
    return graph.node("Cast").input(x).set("to", type.getNumber()).gives(x.sample());
  }

  private static Value vectors(Value x, Graph graph) {
    return Ops.slice(x, 1, 0, x.size(1) - 1, graph);
  }

  private static Value there(Value x, Graph graph) {
    return Ops.slice(x, 1, x.size(1) - 1, 1, graph);
  }

  /** What is added to the scores of tokens, [1, T]. */
  private static Value absence(Value there, Graph graph) {
    Value missing = Ops.with("Sub", there, 1, graph);
    return Ops.reshape(Ops.with("Mul", missing, ABSENT, graph), graph, 1, there.size(0));
  }

  static Value each(EachToken each, Value x, Graph graph) {
    Value vectors = vectors(x, graph);
    Value there = there(x, graph);
    Value y =
        each.layer() instanceof TransformerBlock block
            ? Tokens.block(block, vectors, absence(there, graph), graph)
            : graph.write(each.layer(), vectors);
    return Ops.concat(1, graph, y, there);
  }

  static Value places(TextPlaces places, Value x, Graph graph) {
    return graph
        .node("Add")
        .input(x)
        .input(Named.in(places.parameters().byName(), "weight"))
        .gives(x.sample());
  }

  static Value convolution(TextConvolution convolution, Value x, Graph graph) {
    int tokens = x.size(0);
    int width = convolution.vector();
    int window = convolution.window();
    int before = (window - 1) / 2;
    Value vectors = Ops.slice(x, 1, x.size(1) - 1 - width, width, graph);
    Value padded =
        graph
            .node("Pad")
            .input(vectors)
            .integers(0, before, 0, 0, window - 1L - before, 0)
            .gives(tokens + window - 1, width);
    Value[] parts = new Value[window];
    for (int i = 0; i < window; i++) {
      parts[i] = Ops.slice(padded, 0, i, tokens, graph);
    }
    Value read = Ops.concat(1, graph, parts);
    Value found = Ops.each("Relu", graph.write(Named.in(convolution.parts(), "conv"), read), graph);
    return Ops.concat(1, graph, Ops.both("Mul", found, there(x, graph), graph), x);
  }

  static Value largest(LargestFound largest, Value x, Graph graph) {
    int found = x.size(1) - 1 - largest.vector();
    return graph
        .node("ReduceMax")
        .input(Ops.slice(x, 1, 0, found, graph))
        .set("axes", List.of(1))
        .set("keepdims", 0)
        .gives(found);
  }

  static Value mean(TokenMean mean, Value x, Graph graph) {
    return mean(vectors(x, graph), there(x, graph), graph);
  }

  private static Value mean(Value vectors, Value there, Graph graph) {
    Value sum = sum(Ops.both("Mul", vectors, there, graph), graph);
    Value count = graph.node("Max").input(sum(there, graph)).number(1).gives(1);
    return Ops.both("Div", sum, count, graph);
  }

  private static Value sum(Value x, Graph graph) {
    return graph.node("ReduceSum").input(x).integers(1).set("keepdims", 0).gives(x.size(1));
  }

  static Value pooling(TextPooling pooling, Value x, Graph graph) {
    Map<String, Layer> parts = pooling.parts();
    Value there = there(x, graph);
    Value normed = graph.write(Named.in(parts, "norm"), vectors(x, graph));
    Value mean = mean(normed, there, graph);
    return Tokens.ofOne(parts, pooling.heads(), mean, normed, absence(there, graph), graph);
  }
}
