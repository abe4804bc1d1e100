package io.github.sid4j.export;

import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.cascade.FrozenModule;
import io.github.sid4j.internal.cascade.FrozenStageModule;
import io.github.sid4j.internal.cascade.Head;
import io.github.sid4j.internal.cascade.HeadModule;
import io.github.sid4j.internal.cascade.InputModule;
import io.github.sid4j.internal.cascade.LinearBeliefModule;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.cascade.ResidualModule;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.cascade.WidenedModule;
import java.util.List;

/** The writers for the modules of core. */
final class StandardModules {
  private StandardModules() {}

  static Writers addTo(Writers writers) {
    return writers
        .withModule(
            MlpModule.class,
            (module, before, features, graph) ->
                graph.write(module.mlp(), Ops.concat(0, graph, before, features)))
        .withModule(
            LinearBeliefModule.class,
            (module, before, features, graph) ->
                graph.write(module.fc(), Ops.concat(0, graph, before, features)))
        .withModule(
            ClassifierModule.class,
            (module, before, features, graph) -> graph.write(module.fc(), features))
        .withModule(StageModule.class, new Stages())
        .withModule(InputModule.class, Inputs::logits)
        .withPlainModule(FrozenModule.class, FrozenModule::plain)
        .withPlainModule(FrozenStageModule.class, FrozenStageModule::plain)
        .withModule(WidenedModule.class, new Widened())
        .withModule(ResidualModule.class, new Residual())
        .withModule(
            HeadModule.class,
            (module, before, features, graph) -> head(module.head(), before, features, graph));
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

  private static final class Residual implements ModuleWriter<ResidualModule> {
    @Override
    public Value advance(ResidualModule module, Value features, Graph graph) {
      return graph.advance(module.plain(), features);
    }

    @Override
    public Value logits(ResidualModule module, Value before, Value features, Graph graph) {
      Value logarithms =
          Ops.each("Log", Ops.clip(before, ResidualModule.SMALLEST, 1, graph), graph);
      Value copied =
          graph.node("Mul").input(logarithms).input(module.gain()).gives(before.sample());
      return Ops.both("Add", graph.logits(module.plain(), before, features), copied, graph);
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
