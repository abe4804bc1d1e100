package io.github.sid4j.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.github.sid4j.engine.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A node that is being put into a {@link Graph}: an operator of ONNX, what it reads in the order of
 * its definition, and its attributes.
 *
 * <pre>{@code
 * graph.node("Gemm").input(x).input(weight).input(bias).integer("transB", 1).gives(width);
 * }</pre>
 *
 * <p>For one thread at a time.
 */
public final class Node {
  private final Graph graph;
  private final NodeProto.Builder proto;

  Node(Graph graph, String operator) {
    this.graph = graph;
    this.proto = NodeProto.newBuilder().setOpType(operator);
  }

  /**
   * Reads what another node gives.
   *
   * @param value of this graph
   * @return itself
   */
  public Node input(Value value) {
    proto.addInput(value.name());
    return this;
  }

  /**
   * Reads a parameter or buffer.
   *
   * @param tensor kept in the graph in single precision, under the name that it has in the cascade
   * @return itself
   */
  public Node input(Tensor tensor) {
    proto.addInput(graph.constant(tensor));
    return this;
  }

  /**
   * Reads constants.
   *
   * @param numbers row by row
   * @param shape of all of them; none for a scalar
   * @return itself
   */
  public Node numbers(float[] numbers, long... shape) {
    proto.addInput(graph.constant(numbers, shape));
    return this;
  }

  /**
   * Reads a scalar.
   *
   * @param number rounded to single precision
   * @return itself
   */
  public Node number(double number) {
    return numbers(new float[] {(float) number});
  }

  /**
   * Reads integers, as a shape or a list of axes.
   *
   * @param integers a vector
   * @return itself
   */
  public Node integers(long... integers) {
    proto.addInput(graph.constant(integers));
    return this;
  }

  /**
   * Sets an attribute.
   *
   * @param name as the operator's definition has it
   * @param value a number
   * @return itself
   */
  public Node set(String name, double value) {
    proto.addAttribute(
        AttributeProto.newBuilder()
            .setName(name)
            .setType(AttributeProto.AttributeType.FLOAT)
            .setF((float) value));
    return this;
  }

  /**
   * Sets an attribute.
   *
   * @param name as the operator's definition has it
   * @param value an integer
   * @return itself
   */
  public Node set(String name, int value) {
    proto.addAttribute(
        AttributeProto.newBuilder()
            .setName(name)
            .setType(AttributeProto.AttributeType.INT)
            .setI(value));
    return this;
  }

  /**
   * Sets an attribute.
   *
   * @param name as the operator's definition has it
   * @param values integers
   * @return itself
   */
  public Node set(String name, List<Integer> values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    values.forEach(attribute::addInts);
    proto.addAttribute(attribute);
    return this;
  }

  /**
   * Puts the node into the graph.
   *
   * @param sample shape of what it gives for one sample
   * @return what it gives
   */
  public Value gives(int... sample) {
    return gives(Arrays.stream(sample).boxed().toList());
  }

  /**
   * Puts the node into the graph.
   *
   * @param sample shape of what it gives for one sample
   * @return what it gives
   */
  public Value gives(List<Integer> sample) {
    String name = graph.unique(proto.getOpType());
    add(name);
    return new Value(name, sample);
  }

  /** Puts the node into the graph under the name of what it gives. */
  void add(String name) {
    graph.add(proto.setName(name).addOutput(name).build());
  }
}
