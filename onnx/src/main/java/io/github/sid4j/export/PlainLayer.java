package io.github.sid4j.export;

import io.github.sid4j.network.Layer;
import java.util.function.Function;

/**
 * Layers around another one that differ from it in training alone.
 *
 * @param kind their class
 * @param inner what they are around
 */
record PlainLayer<L extends Layer>(Class<L> kind, Function<? super L, ? extends Layer> inner)
    implements LayerWriter<L> {
  @Override
  public Value write(L layer, Value x, Graph graph) {
    return graph.write(inner.apply(layer), x);
  }

  /** What one of these layers is around. */
  Layer of(Layer layer) {
    return inner.apply(kind.cast(layer));
  }
}
