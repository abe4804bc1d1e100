package io.github.sid4j.testkit;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the gradients it is given instead of following them. */
public final class RecordingOptimizer implements Optimizer {
  private final Parameters parameters;
  private final OptimizerState state;
  private List<double[]> last = List.of();

  public RecordingOptimizer(Parameters parameters) {
    this.parameters = parameters;
    this.state = new OptimizerState(parameters);
  }

  /** The gradients of a cascade's last step, by the names of its parameters. */
  public static Map<String, double[]> gradients(Optimizers optimizers) {
    Map<String, double[]> all = new LinkedHashMap<>();
    optimizers
        .byPart()
        .forEach(
            (part, optimizer) -> {
              RecordingOptimizer recorder = (RecordingOptimizer) optimizer;
              int k = 0;
              for (String name : recorder.parameters.byName().keySet()) {
                all.put(part + "." + name, recorder.last.get(k++));
              }
            });
    return all;
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    last = gradients.stream().map(Tensor::toDoubles).toList();
  }
}
