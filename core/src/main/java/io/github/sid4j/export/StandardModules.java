package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.ClassifierModule;
import io.github.sid4j.cascade.DenoisingBlock;
import io.github.sid4j.cascade.DenoisingModule;
import io.github.sid4j.cascade.GoodnessModule;
import io.github.sid4j.cascade.Head;
import io.github.sid4j.cascade.MlpModule;
import io.github.sid4j.cascade.SimilarityModule;
import io.github.sid4j.cascade.StageModule;
import java.util.HashMap;
import java.util.Map;

/** The writers for the modules of sid4j. */
final class StandardModules {
  private final Map<Class<?>, ModuleWriter<?>> writers = new HashMap<>();

  private StandardModules() {
    add(
        MlpModule.class,
        (module, before, features, graph) ->
            graph.write(module.mlp(), Ops.concat(0, graph, before, features)));
    add(
        ClassifierModule.class,
        (module, before, features, graph) -> graph.write(module.fc(), features));
    add(StageModule.class, new Stages());
    add(SimilarityModule.class, new Similarities());
    add(DenoisingModule.class, new Denoising.Guesses());
    add(DenoisingBlock.class, new Denoising.Blocks());
    add(GoodnessModule.class, new Trials.Goodness());
  }

  static Map<Class<?>, ModuleWriter<?>> writers() {
    return new StandardModules().writers;
  }

  private <M extends BeliefModule> void add(Class<M> kind, ModuleWriter<M> writer) {
    writers.put(kind, writer);
  }

  private static final class Stages implements ModuleWriter<StageModule> {
    @Override
    public Value advance(StageModule module, Value features, Graph graph) {
      return graph.write(module.stage().orElseThrow(), features);
    }

    @Override
    public Value logits(StageModule module, Value before, Value features, Graph graph) {
      Head head = module.head();
      Value pooled = graph.write(head.pooling(), features);
      return graph.write(
          head.readout(), head.readsBelief() ? Ops.concat(0, graph, before, pooled) : pooled);
    }
  }

  private static final class Similarities implements ModuleWriter<SimilarityModule> {
    @Override
    public Value advance(SimilarityModule module, Value features, Graph graph) {
      return graph.advance(module.plain(), features);
    }

    @Override
    public Value logits(SimilarityModule module, Value before, Value features, Graph graph) {
      return graph.logits(module.plain(), before, features);
    }
  }
}
