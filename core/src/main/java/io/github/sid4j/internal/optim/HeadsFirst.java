package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An optimizer of a module that carries a stage: in its first steps it changes the head alone, so
 * that a head that was drawn does not disturb a stage that was pretrained. Whether it is past them
 * follows from the steps that were taken.
 *
 * <p>For one thread at a time.
 */
public final class HeadsFirst implements Optimizer {
  private static final String STAGE = "stage.";

  private final Optimizer stage;
  private final Optimizer head;
  private final boolean[] ofStage;
  private final OptimizerState state;
  private final long headSteps;

  private HeadsFirst(Optimizer.Factory factory, Parameters all, long headSteps) {
    this.headSteps = headSteps;
    this.ofStage = new boolean[all.tensors().size()];
    Map<String, Tensor> stages = new LinkedHashMap<>();
    Map<String, Tensor> heads = new LinkedHashMap<>();
    int index = 0;
    for (Map.Entry<String, Tensor> entry : all.byName().entrySet()) {
      ofStage[index] = entry.getKey().startsWith(STAGE);
      (ofStage[index] ? stages : heads).put(entry.getKey(), entry.getValue());
      index++;
    }
    this.stage = factory.create(Parameters.of(stages));
    this.head = factory.create(Parameters.of(heads));
    this.state = new OptimizerState(all).with(stage.state(), headSteps).with(head.state(), 0);
  }

  /**
   * Lets heads learn alone first.
   *
   * @param factory makes the optimizers of stages and heads
   * @param headSteps first steps in which stages stay as they are, at least 1
   * @return makes the optimizers of modules; of one without a stage what the factory makes
   */
  public static Optimizer.Factory of(Optimizer.Factory factory, long headSteps) {
    return parameters ->
        parameters.byName().keySet().stream().anyMatch(name -> name.startsWith(STAGE))
            ? new HeadsFirst(factory, parameters, headSteps)
            : factory.create(parameters);
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    List<Tensor> ofStages = new ArrayList<>();
    List<Tensor> ofHeads = new ArrayList<>();
    for (int i = 0; i < ofStage.length; i++) {
      (ofStage[i] ? ofStages : ofHeads).add(gradients.get(i));
    }
    if (state.nextStep() > headSteps) {
      stage.step(ofStages, learningRate);
    }
    head.step(ofHeads, learningRate);
  }
}
