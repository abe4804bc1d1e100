package io.github.sid4j.bench;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.network.Layer;
import java.util.List;

/** A trunk whose forward is observed. */
final class TimedTrunk extends ForwardingLayer {
  private final Observer observer;

  TimedTrunk(Layer plain, Observer observer) {
    super(plain);
    this.observer = observer;
  }

  @Override
  public Tensor forward(Tensor x) {
    return observer.forward(Observer.TRUNK, () -> plain().forward(x));
  }

  @Override
  public List<Layer> pieces() {
    return plain().pieces().stream().<Layer>map(piece -> new TimedTrunk(piece, observer)).toList();
  }
}
