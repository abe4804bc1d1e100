package io.github.sid4j.export;

import io.github.sid4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Operations on values that several writers need. Dimensions count without the batch, from 0. For
 * one thread at a time, with the graph that it writes into.
 */
public final class Ops {
  private Ops() {}

  /**
   * An operator that is applied to every number.
   *
   * @param operator of ONNX
   * @param x what it reads
   * @param graph gets the node
   * @return of the same shape
   */
  public static Value each(String operator, Value x, Graph graph) {
    return graph.node(operator).input(x).gives(x.sample());
  }

  /**
   * An operator on the numbers of two values.
   *
   * @param operator of ONNX
   * @param x has the shape of the result
   * @param y of a shape that ONNX broadcasts to it
   * @param graph gets the node
   * @return of the shape of x
   */
  public static Value both(String operator, Value x, Value y, Graph graph) {
    return graph.node(operator).input(x).input(y).gives(x.sample());
  }

  /**
   * An operator on every number and a constant.
   *
   * @param operator of ONNX
   * @param x what it reads first
   * @param constant rounded to single precision
   * @param graph gets the node
   * @return of the same shape
   */
  public static Value with(String operator, Value x, double constant, Graph graph) {
    return graph.node(operator).input(x).number(constant).gives(x.sample());
  }

  /** Every number brought into a range. */
  static Value clip(Value x, double least, double most, Graph graph) {
    return graph.node("Clip").input(x).number(least).number(most).gives(x.sample());
  }

  /**
   * Joins values end to end.
   *
   * @param dimension along which
   * @param graph gets the node
   * @param parts of one shape but for that dimension, at least one
   * @return as long as all of them
   */
  public static Value concat(int dimension, Graph graph, Value... parts) {
    List<Integer> sample = new ArrayList<>(parts[0].sample());
    Node node = graph.node("Concat").set("axis", dimension + 1);
    int length = 0;
    for (Value part : parts) {
      node.input(part);
      length += part.size(dimension);
    }
    sample.set(dimension, length);
    return node.gives(sample);
  }

  /**
   * A part of a dimension.
   *
   * @param x what it is of
   * @param dimension which
   * @param from where it begins
   * @param length at least 1
   * @param graph gets the node
   * @return the part
   */
  public static Value slice(Value x, int dimension, int from, int length, Graph graph) {
    List<Integer> sample = new ArrayList<>(x.sample());
    sample.set(dimension, length);
    return graph
        .node("Slice")
        .input(x)
        .integers(from)
        .integers(from + length)
        .integers(dimension + 1)
        .gives(sample);
  }

  /**
   * The same numbers in another shape.
   *
   * @param x of any shape
   * @param graph gets the node
   * @param sample with as many numbers
   * @return of that shape
   */
  public static Value reshape(Value x, Graph graph, int... sample) {
    // A 0 leaves the length of the batch as it is.
    long[] sizes = IntStream.concat(IntStream.of(0), IntStream.of(sample)).asLongStream().toArray();
    return graph.node("Reshape").input(x).integers(sizes).gives(sample);
  }

  /**
   * The same numbers as one vector.
   *
   * @param x of any shape
   * @param graph gets the node
   * @return a vector for each sample
   */
  public static Value flat(Value x, Graph graph) {
    return reshape(x, graph, x.numbers());
  }

  /**
   * Averages images, as PyTorch's adaptive pooling does.
   *
   * @param x [C, H, W]
   * @param side at least 1
   * @param graph gets the nodes
   * @return [C, min(H, side), min(W, side)]
   */
  public static Value averaged(Value x, int side, Graph graph) {
    return Averaging.toAtMost(side, x, graph);
  }

  /**
   * Probabilities along the last dimension.
   *
   * @param x logits
   * @param graph gets the node
   * @return of the same shape
   */
  public static Value softmax(Value x, Graph graph) {
    return graph.node("Softmax").input(x).set("axis", -1).gives(x.sample());
  }

  /** Other places for the dimensions of a sample. */
  static Value transpose(Value x, Graph graph, int... order) {
    List<Integer> places = new ArrayList<>(List.of(0));
    List<Integer> sample = new ArrayList<>();
    for (int dimension : order) {
      places.add(dimension + 1);
      sample.add(x.size(dimension));
    }
    return graph.node("Transpose").input(x).set("perm", places).gives(sample);
  }

  /** {@code x w^T + b} of rows, or of the last dimension of anything. */
  static Value linear(Value x, Tensor weight, Tensor bias, Graph graph) {
    int out = Math.toIntExact(weight.size(0));
    if (x.sample().size() == 1) {
      return graph.node("Gemm").input(x).input(weight).input(bias).set("transB", 1).gives(out);
    }
    List<Integer> sample = new ArrayList<>(x.sample());
    sample.set(sample.size() - 1, out);
    // Not stored transposed: so the graph's weights are those of the cascade.
    Value transposed = graph.node("Transpose").input(weight).set("perm", List.of(1, 0)).gives();
    Value product = graph.node("MatMul").input(x).input(transposed).gives(sample);
    return graph.node("Add").input(product).input(bias).gives(sample);
  }
}
