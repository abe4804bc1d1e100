package io.github.sid4j.export;

import io.github.sid4j.network.Layer;

/**
 * How layers of one class are written as ONNX.
 *
 * <p>An implementation is called by one thread at a time.
 *
 * @param <L> the class
 */
@FunctionalInterface
public interface LayerWriter<L extends Layer> {
  /**
   * Puts a layer into a graph, as it computes in inference.
   *
   * @param layer to be written
   * @param x what it reads
   * @param graph gets its nodes
   * @return what it gives
   */
  Value write(L layer, Value x, Graph graph);
}
