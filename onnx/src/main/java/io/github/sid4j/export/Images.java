package io.github.sid4j.export;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.BottleneckBlock;
import io.github.sid4j.internal.network.ConvPooling;
import io.github.sid4j.internal.network.InvertedResidual;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.ResidualBlock;
import java.util.List;
import java.util.Map;

/** How the layers are written that read images [C, H, W]. */
final class Images {
  private Images() {}

  static Value conv2d(Conv2d conv, Value x, Graph graph) {
    Map<String, Tensor> tensors = conv.parameters().byName();
    Tensor weight = Named.in(tensors, "weight");
    int kernel = Math.toIntExact(weight.size(2));
    int top = conv.padding().before(x.size(1));
    int bottom = conv.padding().after(x.size(1));
    int left = conv.padding().before(x.size(2));
    int right = conv.padding().after(x.size(2));
    Node node = graph.node("Conv").input(x).input(weight);
    Tensor bias = tensors.get("bias");
    if (bias != null) {
      node.input(bias);
    }
    if (conv.groups() > 1) {
      node.set("group", conv.groups());
    }
    return node.set("kernel_shape", List.of(kernel, kernel))
        .set("strides", List.of(conv.stride(), conv.stride()))
        .set("pads", List.of(top, left, bottom, right))
        .gives(
            Math.toIntExact(weight.size(0)),
            (x.size(1) + top + bottom - kernel) / conv.stride() + 1,
            (x.size(2) + left + right - kernel) / conv.stride() + 1);
  }

  static Value batchNorm(BatchNorm2d norm, Value x, Graph graph) {
    // Of a fixed one all are buffers.
    Map<String, Tensor> tensors = norm.parameters().and(norm.buffers()).byName();
    return graph
        .node("BatchNormalization")
        .input(x)
        .input(Named.in(tensors, "weight"))
        .input(Named.in(tensors, "bias"))
        .input(Named.in(tensors, "running_mean"))
        .input(Named.in(tensors, "running_var"))
        .set("epsilon", norm.epsilon())
        .gives(x.sample());
  }

  static Value residual(ResidualBlock block, Value x, Graph graph) {
    Map<String, Layer> parts = block.parts();
    Value y = Ops.each("Relu", normed(parts, "conv1", "bn1", x, graph), graph);
    Value changed = normed(parts, "conv2", "bn2", y, graph);
    Value shortcut = graph.write(Named.in(parts, "downsample"), x);
    return Ops.each("Relu", Ops.both("Add", changed, shortcut, graph), graph);
  }

  static Value bottleneck(BottleneckBlock block, Value x, Graph graph) {
    Value changed = graph.write(block.residual(), x);
    Value shortcut = graph.write(Named.in(block.parts(), "downsample"), x);
    return Ops.each("Relu", Ops.both("Add", changed, shortcut, graph), graph);
  }

  static Value inverted(InvertedResidual block, Value x, Graph graph) {
    Value y = graph.write(block.residual(), x);
    return block.added() ? Ops.both("Add", y, x, graph) : y;
  }

  static Value convPooling(ConvPooling pooling, Value x, Graph graph) {
    Map<String, Layer> parts = pooling.parts();
    Value y = Ops.averaged(x, ConvPooling.SIDE, graph);
    y = normed(parts, "conv1", "bn1", y, graph);
    if (y.size(1) >= 2 * ConvPooling.GRID && y.size(2) >= 2 * ConvPooling.GRID) {
      y = maxPool(y, graph);
    }
    y = Ops.each("Relu", y, graph);
    y = Ops.each("Relu", normed(parts, "conv2", "bn2", y, graph), graph);
    return Ops.flat(Ops.averaged(y, ConvPooling.GRID, graph), graph);
  }

  static Value maxPool(Value x, Graph graph) {
    return graph
        .node("MaxPool")
        .input(x)
        .set("kernel_shape", List.of(2, 2))
        .set("strides", List.of(2, 2))
        .gives(x.size(0), x.size(1) / 2, x.size(2) / 2);
  }

  /** 3x3 of stride 2 with a pixel around the image that counts nowhere. */
  static Value maxPool3x3(Value x, Graph graph) {
    return graph
        .node("MaxPool")
        .input(x)
        .set("kernel_shape", List.of(3, 3))
        .set("strides", List.of(2, 2))
        .set("pads", List.of(1, 1, 1, 1))
        .gives(x.size(0), (x.size(1) + 1) / 2, (x.size(2) + 1) / 2);
  }

  static Value globalMax(Value x, Graph graph) {
    return Ops.flat(graph.node("GlobalMaxPool").input(x).gives(x.size(0), 1, 1), graph);
  }

  static Value globalAverage(Value x, Graph graph) {
    return Ops.flat(graph.node("GlobalAveragePool").input(x).gives(x.size(0), 1, 1), graph);
  }

  private static Value normed(
      Map<String, Layer> parts, String conv, String norm, Value x, Graph graph) {
    return graph.write(Named.in(parts, norm), graph.write(Named.in(parts, conv), x));
  }
}
