package io.github.sid4j.internal.network;

import io.github.sid4j.engine.InPlace;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The first values of a network that is made to be filled from a file: its initializer remembers
 * here how they are drawn, and only those are drawn that the file does not have.
 */
public final class DeferredDraws {
  private final IdentityHashMap<Tensor, Supplier<Tensor>> draws = new IdentityHashMap<>();

  public DeferredDraws() {}

  public void add(Tensor zeros, Supplier<Tensor> draw) {
    draws.put(zeros, draw);
  }

  /**
   * Draws the values of all tensors that are not given otherwise: buffers that a layer holds and
   * does not name. Called before the others are filled, since tensors may share memory. What was
   * cut off the network and freed is left alone.
   *
   * @param given the tensors that the file has
   */
  public void drawAllBut(Collection<Tensor> given) {
    Set<Tensor> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(given);
    draws.forEach(
        (tensor, draw) -> {
          if (!known.contains(tensor) && !tensor.isFreed()) {
            try (Scope drawing = Scope.open()) {
              new InPlace(tensor).copy(draw.get());
            }
          }
        });
    draws.clear();
  }
}
