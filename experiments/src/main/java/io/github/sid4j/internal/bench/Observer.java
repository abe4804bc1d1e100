package io.github.sid4j.internal.bench;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.optim.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Is at the place where a part of a cascade is at work: the extractor, or a module from 0. */
interface Observer {
  /** The number of the extractor. */
  int EXTRACTOR = -1;

  /**
   * A part computes its forward, or one of its forwards.
   *
   * @param part its number
   * @param work to be carried out
   * @return what it gives
   */
  Tensor forward(int part, Supplier<Tensor> work);

  /**
   * A part is updated.
   *
   * @param part its number
   * @param work to be carried out
   */
  void update(int part, Runnable work);

  /** The same cascade, observed; the modules only where they are asked one by one. */
  default Cascade around(Cascade cascade, boolean modulesToo) {
    Layer extractor = cascade.extractor();
    List<BeliefModule> modules = new ArrayList<>();
    for (BeliefModule module : cascade.modules()) {
      modules.add(modulesToo ? new TimedModule(module, modules.size(), this) : module);
    }
    // A staged network has nothing before its stages.
    boolean empty = extractor.parameters().tensors().isEmpty();
    return new Cascade(
        empty ? extractor : new TimedExtractor(extractor, this), modules, cascade.classes());
  }

  /** The same optimizers, observed. */
  default Optimizer.Factory around(Cascade cascade, Optimizer.Factory factory) {
    List<List<Tensor>> modules =
        cascade.modules().stream()
            .map(Parameterized::parameters)
            .map(parameters -> parameters.tensors())
            .toList();
    return parameters ->
        // Those of the extractor are of no module.
        new TimedOptimizer(factory.create(parameters), modules.indexOf(parameters.tensors()), this);
  }
}
