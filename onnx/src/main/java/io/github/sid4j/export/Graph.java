package io.github.sid4j.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX graph that is being written. All of it computes in single precision, and any number of
 * samples go through it together.
 *
 * <p>For one thread at a time.
 */
public final class Graph {
  /** The version of ONNX's operators that nodes are of. */
  public static final int OPSET = 17;

  /** What the size of a batch is called. */
  static final String BATCH = "batch";

  private final Writers writers;
  private final GraphProto.Builder proto = GraphProto.newBuilder();
  private final Map<String, Integer> used = new HashMap<>();
  private final IdentityHashMap<Tensor, String> names = new IdentityHashMap<>();
  private final IdentityHashMap<Tensor, String> written = new IdentityHashMap<>();
  private @Nullable Value input;

  Graph(Writers writers, Parameters state) {
    this.writers = writers;
    state.byName().forEach((name, tensor) -> names.put(tensor, name));
  }

  // ---- for writers ----

  /**
   * Begins a node.
   *
   * @param operator of ONNX's own domain, in version {@link #OPSET}
   * @return to be given its inputs
   */
  public Node node(String operator) {
    return new Node(this, operator);
  }

  /**
   * Writes a layer that is part of another.
   *
   * @param layer any that there is a writer for
   * @param x what it reads
   * @return what it gives
   * @throws io.github.sid4j.error.InputException if there is no writer for it
   */
  public Value write(Layer layer, Value x) {
    return writers.forLayer(layer).write(layer, x, this);
  }

  /**
   * Writes {@link BeliefModule#advance} of a module that is part of another.
   *
   * @param module any that there is a writer for
   * @param features that are handed to it
   * @return the features that it reads and hands on
   * @throws io.github.sid4j.error.InputException if there is no writer for it
   */
  public Value advance(BeliefModule module, Value features) {
    return writers.forModule(module).advance(module, features, this);
  }

  /**
   * Writes {@link BeliefModule#logits} of a module that is part of another.
   *
   * @param module any that there is a writer for
   * @param before the belief before, N numbers for each sample
   * @param features what {@link #advance} gave
   * @return N logits for each sample
   * @throws io.github.sid4j.error.InputException if there is no writer for it
   */
  public Value logits(BeliefModule module, Value before, Value features) {
    return writers.forModule(module).logits(module, before, features, this);
  }

  /**
   * The same for every sample of a batch.
   *
   * @param tensor of one sample; dimensions of length 1 may stand before its own
   * @param sample its shape
   * @return repeated as often as there are samples
   */
  public Value repeated(Tensor tensor, int... sample) {
    List<Integer> shape = Arrays.stream(sample).boxed().toList();
    return expanded(new Value(constant(tensor), shape), shape);
  }

  /**
   * The same numbers for every sample of a batch.
   *
   * @param numbers of one sample, row by row
   * @param sample their shape
   * @return repeated as often as there are samples
   */
  public Value repeated(float[] numbers, List<Integer> sample) {
    return expanded(new Value(constant(numbers, Sizes.longs(sample)), sample), sample);
  }

  private Value expanded(Value one, List<Integer> sample) {
    Value known = Objects.requireNonNull(input, "the input comes first");
    Value batch = node("Shape").input(known).set("start", 0).set("end", 1).gives();
    Value shape = node("Concat").input(batch).integers(Sizes.longs(sample)).set("axis", 0).gives();
    return node("Expand").input(one).input(shape).gives(sample);
  }

  // ---- for the cascade ----

  /** Names what the graph reads, and says whether these are whole numbers. */
  Value input(String name, List<Integer> sample, boolean whole) {
    Value first = new Value(name, sample);
    proto.addInput(info(first, whole ? TensorProto.DataType.INT64 : TensorProto.DataType.FLOAT));
    input = first;
    return first;
  }

  /** Names something that the graph gives. */
  void output(String name, Value value) {
    node("Identity").input(value).add(name);
    proto.addOutput(info(new Value(name, value.sample()), TensorProto.DataType.FLOAT));
  }

  GraphProto build(String name) {
    return proto.setName(name).build();
  }

  // ---- for nodes ----

  void add(NodeProto node) {
    proto.addNode(node);
  }

  /** A name that nothing else in the graph has. */
  String unique(String kind) {
    return kind + "_" + used.merge(kind, 1, Integer::sum);
  }

  String constant(Tensor tensor) {
    return written.computeIfAbsent(
        tensor,
        key -> {
          String name = names.get(key);
          return constant(name == null ? unique("constant") : name, key.toFloats(), key.shape());
        });
  }

  String constant(float[] numbers, long... shape) {
    return constant(unique("constant"), numbers, shape);
  }

  private String constant(String name, float[] numbers, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return constant(name, TensorProto.DataType.FLOAT, bytes, shape);
  }

  String constant(long... integers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(integers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(integers);
    return constant(unique("constant"), TensorProto.DataType.INT64, bytes, integers.length);
  }

  private String constant(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (long size : shape) {
      tensor.addDims(size);
    }
    proto.addInitializer(tensor);
    return name;
  }

  private static ValueInfoProto info(Value value, TensorProto.DataType number) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam(BATCH);
    value.sample().forEach(size -> shape.addDimBuilder().setDimValue(size));
    TypeProto.Tensor type =
        TypeProto.Tensor.newBuilder().setElemType(number.getNumber()).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(value.name())
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
