package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.network.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds out the shape of what a layer gives, by applying it to zeros. */
public final class OutputShape {
  private OutputShape() {}

  /**
   * The shape for one sample.
   *
   * @param layer any
   * @param sample shape of one sample that it reads
   * @return shape of what it gives for that
   */
  public static long[] of(Layer layer, long... sample) {
    List<Tensor> parameters = layer.parameters().tensors();
    DType type = parameters.isEmpty() ? DType.FLOAT32 : parameters.get(0).type();
    TensorFactory zeros = new TensorFactory(layer.parameters().device());
    long[] batch = new long[sample.length + 1];
    batch[0] = 1;
    System.arraycopy(sample, 0, batch, 1, sample.length);
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      long[] shape = layer.forward(zeros.full(0, type, batch)).shape();
      return Arrays.copyOfRange(shape, 1, shape.length);
    }
  }

  /**
   * The shapes for one sample on its way through layers that follow each other.
   *
   * @param layers in their order
   * @param example shape of one sample that the first one reads
   * @return shape of what each of them gives
   */
  public static List<long[]> ofEach(List<? extends Layer> layers, int[] example) {
    List<long[]> shapes = new ArrayList<>();
    long[] given = Arrays.stream(example).asLongStream().toArray();
    for (Layer layer : layers) {
      given = of(layer, given);
      shapes.add(given);
    }
    return shapes;
  }
}
