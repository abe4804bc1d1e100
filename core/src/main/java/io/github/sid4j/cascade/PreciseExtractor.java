package io.github.sid4j.cascade;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.network.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * An extractor whose layers compute in a precision, and whose features have that of its parameters.
 */
final class PreciseExtractor extends ForwardingLayer {
  private final Precision precision;

  PreciseExtractor(Layer plain, Precision precision) {
    super(plain);
    this.precision = precision;
  }

  @Override
  public Tensor forward(Tensor x) {
    try (Precision.Mode mode = precision.open()) {
      return plain().forward(x).widened();
    }
  }

  /** Between the pieces numbers stay as they are: the next piece would only round them again. */
  @Override
  public List<Layer> pieces() {
    List<Layer> pieces = new ArrayList<>();
    List<Layer> plain = plain().pieces();
    for (int i = 0; i + 1 < plain.size(); i++) {
      pieces.add(new PrecisePiece(plain.get(i), precision));
    }
    pieces.add(new PreciseExtractor(plain.get(plain.size() - 1), precision));
    return pieces;
  }

  private static final class PrecisePiece extends ForwardingLayer {
    private final Precision precision;

    PrecisePiece(Layer plain, Precision precision) {
      super(plain);
      this.precision = precision;
    }

    @Override
    public Tensor forward(Tensor x) {
      try (Precision.Mode mode = precision.open()) {
        return plain().forward(x);
      }
    }
  }
}
