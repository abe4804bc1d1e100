package io.github.sid4j.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes the inference of a cascade as one ONNX model for each module. */
final class StageGraphs {
  private final Cascade cascade;
  private final Writers writers;
  private final Map<String, String> metadata;
  private final List<ModelProto> models = new ArrayList<>();

  private StageGraphs(Cascade cascade, Writers writers, Map<String, String> metadata) {
    this.cascade = cascade;
    this.writers = writers;
    this.metadata = metadata;
  }

  static List<ModelProto> of(
      Cascade cascade,
      List<Integer> sample,
      boolean ofTokens,
      Writers writers,
      Map<String, String> metadata) {
    StageGraphs all = new StageGraphs(cascade, writers, metadata);
    List<Integer> features = sample;
    for (int i = 0; i < cascade.depth(); i++) {
      features = all.write(i, features, ofTokens);
    }
    return List.copyOf(all.models);
  }

  /** Gives the shape of the features that the module hands on. */
  private List<Integer> write(int index, List<Integer> sample, boolean ofTokens) {
    boolean first = index == 0;
    BeliefModule module = cascade.modules().get(index);
    Graph graph = new Graph(writers, cascade.state());
    List<Integer> classes = List.of(cascade.classes());
    Value features;
    Value before;
    if (first) {
      features =
          graph.write(cascade.extractor(), graph.input(CascadeGraph.INPUT, sample, ofTokens));
      float[] uniform = new float[cascade.classes()];
      Arrays.fill(uniform, 1f / cascade.classes());
      before = graph.repeated(uniform, classes);
    } else {
      features = graph.input(StageModels.FEATURES, sample, false);
      before = graph.input(StageModels.BELIEF_BEFORE, classes, false);
    }
    Value advanced = graph.advance(module, features);
    graph.output(CascadeGraph.BELIEF, Ops.softmax(graph.logits(module, before, advanced), graph));
    // A module without a stage hands on what it got; only the first one has to give it.
    if (index + 1 < cascade.depth() && (first || !advanced.equals(features))) {
      graph.output(StageModels.FEATURES_AFTER, advanced);
    }
    models.add(CascadeGraph.model(graph, metadata));
    return advanced.sample();
  }
}
