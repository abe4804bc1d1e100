package io.github.sid4j.internal.export.baseline;

import io.github.sid4j.export.Graph;
import io.github.sid4j.export.ModuleWriter;
import io.github.sid4j.export.Ops;
import io.github.sid4j.export.Value;
import io.github.sid4j.internal.baseline.forward.GoodnessModule;
import io.github.sid4j.internal.baseline.forward.LabelCandidates;
import java.util.List;

/** How forward-forward is written: every label is tried on every sample, in a dimension more. */
final class Trials {
  private Trials() {}

  /** From any sample to [N, N + numbers + 1]. */
  static Value extractor(LabelCandidates trials, Value x, Graph graph) {
    int classes = trials.classes();
    float[] oneHot = new float[classes * classes];
    for (int label = 0; label < classes; label++) {
      oneHot[label * classes + label] = 1;
    }
    Value labels = graph.repeated(oneHot, List.of(classes, classes));
    Value samples =
        graph
            .node("Expand")
            .input(Ops.reshape(x, graph, 1, x.numbers()))
            .integers(1, classes, 1)
            .gives(classes, x.numbers());
    Value none = graph.repeated(new float[classes], List.of(classes, 1));
    return Ops.concat(1, graph, labels, samples, none);
  }

  /** A layer and the goodness so far, which is the last number. */
  static final class Goodness implements ModuleWriter<GoodnessModule> {
    @Override
    public Value advance(GoodnessModule module, Value trials, Graph graph) {
      int classes = trials.size(0);
      int in = trials.size(1) - 1;
      Value x = Ops.slice(trials, 1, 0, in, graph);
      Value mean =
          graph
              .node("ReduceMean")
              .input(Ops.both("Mul", x, x, graph))
              .set("axes", List.of(-1))
              .gives(classes, 1);
      Value length = Ops.each("Sqrt", Ops.with("Add", mean, module.epsilon(), graph), graph);
      Value y = graph.write(module.fc(), Ops.both("Div", x, length, graph));
      Value active = Ops.each("Relu", y, graph);
      Value goodness =
          graph
              .node("ReduceSum")
              .input(Ops.both("Mul", active, active, graph))
              .integers(-1)
              .gives(classes, 1);
      if (module.addsUp()) {
        goodness = Ops.both("Add", goodness, Ops.slice(trials, 1, in, 1, graph), graph);
      }
      return Ops.concat(1, graph, active, goodness);
    }

    @Override
    public Value logits(GoodnessModule module, Value before, Value trials, Graph graph) {
      Value last = Ops.slice(trials, 1, trials.size(1) - 1, 1, graph);
      return Ops.reshape(last, graph, trials.size(0));
    }
  }
}
