package io.github.sid4j.method;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a trunk that is trained by itself: what it reads is a constant for it, and what it
 * gives is one for the next.
 *
 * @param parameters of the piece
 * @param out what it gave, with the graph of this piece alone
 */
record DetachedPiece(List<Tensor> parameters, Tensor out) {
  /** Runs a trunk forward, piece by piece. */
  static List<DetachedPiece> all(Layer trunk, Tensor input) {
    List<DetachedPiece> all = new ArrayList<>();
    Tensor h = input;
    for (Layer piece : trunk.pieces()) {
      Tensor out = piece.forward(h.detach());
      all.add(new DetachedPiece(piece.parameters().tensors(), out));
      h = out;
    }
    return all;
  }

  /**
   * The gradients on its parameters, in their order. Frees the graph.
   *
   * @param seed gradient on what it gave, of its shape
   */
  List<Tensor> gradients(Tensor seed) {
    return parameters.isEmpty() ? List.of() : Autograd.gradients(out, seed, parameters);
  }
}
