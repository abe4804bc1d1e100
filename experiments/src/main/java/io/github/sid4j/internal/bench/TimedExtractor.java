package io.github.sid4j.internal.bench;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.network.Layer;
import java.util.List;

/** An extractor whose forward is observed. */
final class TimedExtractor extends ForwardingLayer {
  private final Observer observer;

  TimedExtractor(Layer plain, Observer observer) {
    super(plain);
    this.observer = observer;
  }

  @Override
  public Tensor forward(Tensor x) {
    return observer.forward(Observer.EXTRACTOR, () -> plain().forward(x));
  }

  @Override
  public List<Layer> pieces() {
    return plain().pieces().stream()
        .<Layer>map(piece -> new TimedExtractor(piece, observer))
        .toList();
  }
}
