package io.github.sid4j.internal.method;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of an extractor that is trained by itself: what it reads is a constant for it, and what
 * it gives is one for the next.
 *
 * @param parameters of the piece
 * @param in what it read; a leaf that requires its gradient, or without
 * @param out what it gave, with the graph of this piece alone
 */
public record DetachedPiece(List<Tensor> parameters, Tensor in, Tensor out) {
  /**
   * Runs an extractor forward, piece by piece.
   *
   * @param extractor in pieces
   * @param input [B, ...]
   * @param handsBack whether pieces behind the first get the gradient on what they read, too
   * @return the pieces, in order
   */
  public static List<DetachedPiece> all(Layer extractor, Tensor input, boolean handsBack) {
    List<DetachedPiece> all = new ArrayList<>();
    Tensor h = input;
    for (Layer piece : extractor.pieces()) {
      Tensor in = h.detach();
      if (handsBack && !all.isEmpty()) {
        in.requireGradient();
      }
      h = piece.forward(in);
      all.add(new DetachedPiece(piece.parameters().tensors(), in, h));
    }
    return all;
  }

  /**
   * Takes it backward, which frees its graph.
   *
   * @param seed gradient on what it gave, of its shape; in any layout and precision
   * @return gradients on its parameters, and on what it read if that requires one
   */
  public LocalGradients backward(Tensor seed) {
    List<Tensor> inputs = new ArrayList<>(parameters);
    if (in.requiresGradient()) {
      inputs.add(in);
    }
    if (inputs.isEmpty()) {
      return new LocalGradients(List.of(), null);
    }
    Tensor fitting = seed.to(out.type());
    List<Tensor> all =
        Autograd.gradients(out, out.shape().length == 4 ? fitting.channelsLast() : fitting, inputs);
    int own = parameters.size();
    return new LocalGradients(all.subList(0, own), own < all.size() ? all.get(own) : null);
  }
}
