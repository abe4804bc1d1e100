package io.github.sid4j.jmh;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.optim.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One update of one part of the authors' cascade, from gradients that are there already. */
public class AdamBenchmark extends Microbenchmark {
  private static final double LEARNING_RATE = 1e-3;

  @Param private Part part;

  private final List<Tensor> gradients = new ArrayList<>();
  private Optimizer adam;

  /** What is updated. */
  public enum Part {
    /** 38,154 parameters in four tensors. */
    MODULE {
      @Override
      Parameterized make(Initializer init) {
        return new MlpModule(10, 128, 256, init);
      }
    },
    /** 257,344 parameters in ten tensors. */
    EXTRACTOR {
      @Override
      Parameterized make(Initializer init) {
        return new SimpleCnn(3, 128, init);
      }
    };

    abstract Parameterized make(Initializer init);
  }

  /** Makes the part, its optimizer and its gradients. */
  @Setup
  public void prepare() {
    Engine.useThreads(1);
    Parameters parameters = part.make(new Initializer(1, DType.FLOAT32)).parameters();
    adam = Adam.adam(0).create(parameters);
    for (Tensor parameter : parameters.tensors()) {
      Tensor gradient = Numbers.uniform(gradients.size(), parameter.shape());
      gradients.add(parameter.shape().length == 4 ? gradient.channelsLast() : gradient);
    }
  }

  /** One step. */
  @Benchmark
  public void step() {
    try (Scope scope = Scope.open()) {
      adam.step(gradients, LEARNING_RATE);
    }
  }
}
