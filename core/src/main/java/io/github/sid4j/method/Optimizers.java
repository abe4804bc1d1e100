package io.github.sid4j.method;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.optim.Clipping;
import io.github.sid4j.optim.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One optimizer for the trunk and one for each module of a cascade. */
public final class Optimizers {
  private final Optimizer trunk;
  private final List<Optimizer> modules = new ArrayList<>();
  private final double clip;

  /**
   * Makes the optimizers of a cascade.
   *
   * @param cascade whose parameters they change
   * @param factory makes each of them
   * @param clip longest norm of the gradients that are applied together; 0 for no bound
   */
  public Optimizers(Cascade cascade, Optimizer.Factory factory, double clip) {
    trunk = factory.create(cascade.trunk().parameters());
    for (BeliefModule module : cascade.modules()) {
      modules.add(factory.create(module.parameters()));
    }
    this.clip = clip;
  }

  /** Updates the trunk by itself. */
  void stepTrunk(List<Tensor> gradients, double learningRate) {
    bound(gradients);
    trunk.step(gradients, learningRate);
  }

  /** Updates one module by itself. */
  void stepModule(int index, List<Tensor> gradients, double learningRate) {
    bound(gradients);
    modules.get(index).step(gradients, learningRate);
  }

  /** Updates everything at once, from gradients in the order of the cascade's parameters. */
  void stepAll(List<Tensor> gradients, double learningRate) {
    bound(gradients);
    int from = 0;
    for (Optimizer part : byPart().values()) {
      int to = from + part.parameters().size();
      part.step(gradients.subList(from, to), learningRate);
      from = to;
    }
  }

  private void bound(List<Tensor> gradients) {
    if (clip > 0) {
      Clipping.byNorm(gradients, clip);
    }
  }

  /**
   * The optimizers by the names of their parts, as in the cascade's parameters.
   *
   * @return {@code extractor}, {@code module1}, ...
   */
  public Map<String, Optimizer> byPart() {
    Map<String, Optimizer> parts = new LinkedHashMap<>();
    parts.put("extractor", trunk);
    for (int i = 0; i < modules.size(); i++) {
      parts.put("module" + (i + 1), modules.get(i));
    }
    return parts;
  }
}
