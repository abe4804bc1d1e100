package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Two optimizers that share the parameters of one part. */
public final class GroupedOptimizer implements Optimizer {
  private final OptimizerState state;
  private final List<Integer> chosen = new ArrayList<>();
  private final List<Integer> rest = new ArrayList<>();
  private final Optimizer ofChosen;
  private final Optimizer ofRest;

  private GroupedOptimizer(
      Parameters all, BiPredicate<String, Tensor> choice, Factory chosenBy, Factory restBy) {
    Map<String, Tensor> first = new LinkedHashMap<>();
    Map<String, Tensor> second = new LinkedHashMap<>();
    int place = 0;
    for (Map.Entry<String, Tensor> one : all.byName().entrySet()) {
      boolean isChosen = choice.test(one.getKey(), one.getValue());
      (isChosen ? first : second).put(one.getKey(), one.getValue());
      (isChosen ? chosen : rest).add(place++);
    }
    ofChosen = chosenBy.create(Parameters.of(first));
    ofRest = restBy.create(Parameters.of(second));
    state = new OptimizerState(all).with(ofChosen.state(), 0).with(ofRest.state(), 0);
  }

  /**
   * Optimizers of two groups.
   *
   * @param choice whether a parameter, by its name and value, is of the first group
   * @param chosen makes the optimizer of the first group
   * @param rest makes that of the others
   * @return makes optimizers of both
   */
  public static Factory of(BiPredicate<String, Tensor> choice, Factory chosen, Factory rest) {
    return parameters -> new GroupedOptimizer(parameters, choice, chosen, rest);
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    state.nextStep();
    ofChosen.step(chosen.stream().map(gradients::get).toList(), learningRate);
    ofRest.step(rest.stream().map(gradients::get).toList(), learningRate);
  }
}
