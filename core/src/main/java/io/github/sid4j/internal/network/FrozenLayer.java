package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/**
 * A layer that is not trained: it infers, also where the network around it is trained, so that its
 * running statistics stay as they are, too. Its parameters are buffers here: nobody asks for their
 * gradients, and they are stored under the names that they had. Computed piece by piece, without a
 * graph, it takes the memory of one piece.
 */
public final class FrozenLayer implements Layer {
  private final Layer plain;

  /**
   * Freezes a layer.
   *
   * @param plain whose tensors these are
   */
  public FrozenLayer(Layer plain) {
    this.plain = plain;
  }

  /**
   * What it is made of.
   *
   * @return over the same tensors
   */
  public Layer plain() {
    return plain;
  }

  @Override
  public Tensor forward(Tensor x) {
    try (Autograd.Mode off = Autograd.off();
        Pass inference = Pass.inference()) {
      return Chain.forward(plain.pieces(), x.detach());
    }
  }

  /** None. */
  @Override
  public Parameters parameters() {
    return Parameters.none();
  }

  /** The layer's parameters, and its buffers. */
  @Override
  public Parameters buffers() {
    return plain.parameters().and(plain.buffers());
  }
}
