package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers in a row that compute as one layer, and that a caller can take piece by piece to keep less
 * in memory.
 */
public final class Row implements Layer, Composite {
  private final List<Sequential> pieces;

  /**
   * Puts pieces in a row.
   *
   * @param pieces in order; the names of their layers are unique over all of them
   */
  public Row(List<Sequential> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /**
   * These pieces and one more layer in the last of them.
   *
   * @param name another than those before
   * @param layer reads what the last of these gives
   * @return a longer one; this stays as it is
   */
  public Row then(String name, Layer layer) {
    List<Sequential> longer = new ArrayList<>(pieces);
    int last = longer.size() - 1;
    longer.set(last, longer.get(last).then(name, layer));
    return new Row(longer);
  }

  /**
   * These pieces and one more.
   *
   * @param piece whose layers have other names than those before
   * @return a longer one; this stays as it is
   */
  public Row then(Sequential piece) {
    List<Sequential> longer = new ArrayList<>(pieces);
    longer.add(piece);
    return new Row(longer);
  }

  @Override
  public Tensor forward(Tensor x) {
    return Chain.forward(pieces, x);
  }

  @Override
  public List<Layer> pieces() {
    return List.copyOf(pieces);
  }

  /** The layers in order, by their names, wherever the pieces begin. */
  @Override
  public Map<String, Layer> parts() {
    Map<String, Layer> parts = new LinkedHashMap<>();
    for (Sequential piece : pieces) {
      piece
          .parts()
          .forEach(
              (name, layer) -> {
                if (parts.put(name, layer) != null) {
                  throw new IllegalArgumentException("two layers are named " + name);
                }
              });
    }
    return parts;
  }
}
