package io.github.sid4j.export;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.MultiHeadAttention;
import io.github.sid4j.internal.network.PatchEmbedding;
import io.github.sid4j.internal.network.TokenPlaces;
import io.github.sid4j.internal.network.TokenPooling;
import io.github.sid4j.internal.network.TransformerBlock;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the layers are written that read or give tokens [T, C]. */
final class Tokens {
  private Tokens() {}

  static Value patches(PatchEmbedding embedding, Value x, Graph graph) {
    Value y = graph.write(Named.in(embedding.parts(), "proj"), x);
    Value rows = Ops.reshape(y, graph, y.size(0), y.size(1) * y.size(2));
    return Ops.transpose(rows, graph, 1, 0);
  }

  static Value places(TokenPlaces places, Value x, Graph graph) {
    Map<String, Tensor> tensors = places.parameters().byName();
    Value first = graph.repeated(Named.in(tensors, "cls_token"), 1, x.size(1));
    Value tokens = Ops.concat(0, graph, first, x);
    return graph
        .node("Add")
        .input(tokens)
        .input(Named.in(tensors, "pos_embed"))
        .gives(tokens.sample());
  }

  static Value block(TransformerBlock block, Value x, Graph graph) {
    return block(block, x, null, graph);
  }

  /**
   * A block.
   *
   * @param absence what is added to the scores of each token, [1, T]; null for nothing
   */
  static Value block(TransformerBlock block, Value x, @Nullable Value absence, Graph graph) {
    Map<String, Layer> parts = block.parts();
    MultiHeadAttention attention = (MultiHeadAttention) Named.in(parts, "attn");
    Value attended = attention(attention, graph.write(Named.in(parts, "norm1"), x), absence, graph);
    Value y = Ops.both("Add", x, attended, graph);
    Value wide = graph.write(Named.in(parts, "mlp.fc1"), graph.write(Named.in(parts, "norm2"), y));
    Value activated = graph.write(Operation.GELU, wide);
    return Ops.both("Add", y, graph.write(Named.in(parts, "mlp.fc2"), activated), graph);
  }

  static Value attention(MultiHeadAttention attention, Value x, Graph graph) {
    return attention(attention, x, null, graph);
  }

  private static Value attention(
      MultiHeadAttention attention, Value x, @Nullable Value absence, Graph graph) {
    Map<String, Layer> parts = attention.parts();
    Value qkv = graph.write(Named.in(parts, "qkv"), x);
    int width = x.size(1);
    Value gathered =
        weighted(
            Ops.slice(qkv, 1, 0, width, graph),
            Ops.slice(qkv, 1, width, width, graph),
            Ops.slice(qkv, 1, 2 * width, width, graph),
            attention.heads(),
            absence,
            graph);
    return graph.write(Named.in(parts, "proj"), gathered);
  }

  /** As {@link io.github.sid4j.engine.Attention#ofOne} computes it: without keys and values. */
  static Value pooling(TokenPooling pooling, Value x, Graph graph) {
    Value normed = graph.write(Named.in(pooling.parts(), "norm"), x);
    Value first = graph.write(Operation.FIRST_TOKEN, normed);
    return ofOne(pooling.parts(), pooling.heads(), first, normed, null, graph);
  }

  /** What one token gathers of all by {@code q} and {@code kv}, behind that token. */
  static Value ofOne(
      Map<String, Layer> parts,
      int heads,
      Value first,
      Value normed,
      @Nullable Value absence,
      Graph graph) {
    Map<String, Tensor> layer = Named.in(parts, "kv").parameters().byName();
    int width = normed.size(1);
    int each = width / heads;
    Value q = Ops.reshape(graph.write(Named.in(parts, "q"), first), graph, heads, 1, each);
    Value keys = rows(Named.in(layer, "weight"), 0, width, graph, heads, each, width);
    Value asked = graph.node("MatMul").input(q).input(keys).gives(heads, 1, width);
    Value scores =
        graph
            .node("MatMul")
            .input(Ops.reshape(asked, graph, heads, width))
            .input(Ops.transpose(normed, graph, 1, 0))
            .gives(heads, normed.size(0));
    Value weights = weights(scores, each, absence, graph);
    Value gathered = graph.node("MatMul").input(weights).input(normed).gives(heads, width);
    Value values = rows(Named.in(layer, "weight"), width, width, graph, heads, each, width);
    Value turned = graph.node("Transpose").input(values).set("perm", List.of(0, 2, 1)).gives();
    Value mixed =
        graph
            .node("MatMul")
            .input(Ops.reshape(gathered, graph, heads, 1, width))
            .input(turned)
            .gives(heads, 1, each);
    Value bias = rows(Named.in(layer, "bias"), width, width, graph, width);
    Value result = Ops.both("Add", Ops.reshape(mixed, graph, width), bias, graph);
    return Ops.concat(0, graph, first, result);
  }

  /** Some rows of a parameter in another shape: constants, which a runtime computes once. */
  private static Value rows(Tensor parameter, int from, int count, Graph graph, long... shape) {
    Value rows =
        graph
            .node("Slice")
            .input(parameter)
            .integers(from)
            .integers(from + count)
            .integers(0)
            .gives();
    return graph.node("Reshape").input(rows).integers(shape).gives();
  }

  /** {@code softmax(q k^T / sqrt(D)) v} of tokens [T, C] with all heads behind each other. */
  private static Value weighted(
      Value q, Value k, Value v, int heads, @Nullable Value absence, Graph graph) {
    int tokens = q.size(0);
    int width = q.size(1);
    int each = width / heads;
    Value keys = Ops.transpose(Ops.reshape(k, graph, tokens, heads, each), graph, 1, 2, 0);
    Value scores =
        graph
            .node("MatMul")
            .input(byHead(q, heads, graph))
            .input(keys)
            .gives(heads, tokens, tokens);
    Value alike = absence == null ? null : Ops.reshape(absence, graph, 1, 1, tokens);
    Value weights = weights(scores, each, alike, graph);
    Value gathered =
        graph
            .node("MatMul")
            .input(weights)
            .input(byHead(v, heads, graph))
            .gives(heads, tokens, each);
    return Ops.reshape(Ops.transpose(gathered, graph, 1, 0, 2), graph, tokens, width);
  }

  private static Value weights(Value scores, int each, @Nullable Value absence, Graph graph) {
    Value scaled = Ops.with("Div", scores, Math.sqrt(each), graph);
    return Ops.softmax(absence == null ? scaled : Ops.both("Add", scaled, absence, graph), graph);
  }

  /** [T, C] to [heads, T, C / heads]. */
  private static Value byHead(Value x, int heads, Graph graph) {
    Value split = Ops.reshape(x, graph, x.size(0), heads, x.size(1) / heads);
    return Ops.transpose(split, graph, 1, 0, 2);
  }
}
