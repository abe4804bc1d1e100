package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;

/**
 * Takes a tensor through layers and holds no more of them than it has to: what a layer makes is
 * freed when the next one has read it, unless a gradient needs it. An inference holds two layers at
 * a time in this way, however many there are.
 */
public final class Chain {
  private Chain() {}

  /**
   * Applies each layer to what the one before it gave.
   *
   * @param x what the first reads; stays with its owner
   * @return what the last gives; {@code x} itself if there are none
   */
  public static Tensor forward(Iterable<? extends Layer> layers, Tensor x) {
    Tensor y = x;
    for (Layer layer : layers) {
      Tensor read = y;
      y = Scope.apply(read, layer::forward);
      if (y != read && read != x) {
        read.close();
      }
    }
    return y;
  }
}
