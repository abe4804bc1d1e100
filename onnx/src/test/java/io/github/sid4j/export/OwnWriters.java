package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/** What another jar registers: a layer of its own, a layer and a module around others. */
public final class OwnWriters implements WriterProvider {
  @Override
  public Writers writers() {
    return Writers.none()
        .with(Tripling.class, (tripling, x, graph) -> Ops.with("Mul", x, 3, graph))
        .withPlain(Watched.class, Watched::plain)
        .withPlainModule(WatchedModule.class, WatchedModule::plain);
  }

  /** Computes something of its own. */
  static final class Tripling implements Layer {
    @Override
    public Tensor forward(Tensor x) {
      return x.times(3);
    }

    @Override
    public Parameters parameters() {
      return Parameters.none();
    }
  }

  /** Computes what the layer inside computes. */
  static final class Watched extends ForwardingLayer {
    Watched(Layer plain) {
      super(plain);
    }

    @Override
    public Tensor forward(Tensor x) {
      return plain().forward(x);
    }
  }

  /** Computes what the module inside computes. */
  static final class WatchedModule extends ForwardingModule {
    WatchedModule(BeliefModule plain) {
      super(plain);
    }

    @Override
    public Tensor advance(Tensor features) {
      return plain().advance(features);
    }

    @Override
    public Tensor logits(Tensor before, Tensor features) {
      return plain().logits(before, features);
    }
  }
}
