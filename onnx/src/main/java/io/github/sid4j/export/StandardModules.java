package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.internal.baseline.forward.GoodnessModule;
import io.github.sid4j.internal.baseline.noprop.DenoisingBlock;
import io.github.sid4j.internal.baseline.noprop.DenoisingModule;
import io.github.sid4j.internal.baseline.signals.SimilarityModule;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.cascade.FrozenModule;
import io.github.sid4j.internal.cascade.Head;
import io.github.sid4j.internal.cascade.HeadModule;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.cascade.WidenedModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
    add(SimilarityModule.class, new Around<>(SimilarityModule::plain));
    add(FrozenModule.class, new Around<>(FrozenModule::plain));
    add(WidenedModule.class, new Widened());
    add(
        HeadModule.class,
        (module, before, features, graph) -> head(module.head(), before, features, graph));
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
      return head(module.head(), before, features, graph);
    }
  }

  private static Value head(Head head, Value before, Value features, Graph graph) {
    Value pooled = graph.write(head.pooling(), features);
    return graph.write(
        head.readout(), head.readsBelief() ? Ops.concat(0, graph, before, pooled) : pooled);
  }

  /**
   * Modules that differ from another one in training alone.
   *
   * @param plain that other one
   */
  private record Around<M extends BeliefModule>(Function<M, BeliefModule> plain)
      implements ModuleWriter<M> {
    @Override
    public Value advance(M module, Value features, Graph graph) {
      return graph.advance(plain.apply(module), features);
    }

    @Override
    public Value logits(M module, Value before, Value features, Graph graph) {
      return graph.logits(plain.apply(module), before, features);
    }
  }

  private static final class Widened implements ModuleWriter<WidenedModule> {
    @Override
    public Value advance(WidenedModule module, Value features, Graph graph) {
      return graph.advance(module.plain(), features);
    }

    @Override
    public Value logits(WidenedModule module, Value before, Value features, Graph graph) {
      int known = module.known();
      int unknown = before.size(0) - known;
      Value own = Ops.slice(before, 0, 0, known, graph);
      Value sum = graph.node("ReduceSum").input(own).integers(-1).gives(1);
      Value read = Ops.both("Div", own, sum, graph);
      Value logits = graph.logits(module.plain(), read, features);
      Value logarithms =
          graph.node("LogSoftmax").input(logits).set("axis", -1).gives(logits.sample());
      return Ops.concat(
          0,
          graph,
          Ops.with("Add", logarithms, Math.log(known), graph),
          graph.repeated(new float[unknown], List.of(unknown)));
    }
  }
}
