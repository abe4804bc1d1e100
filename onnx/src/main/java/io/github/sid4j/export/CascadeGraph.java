package io.github.sid4j.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.run.BuildInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the inference of a whole cascade as an ONNX model. */
final class CascadeGraph {
  /** What the graph reads. */
  static final String INPUT = "input";

  /** The last belief; those of all depths are called this, {@code _} and the depth from 1. */
  static final String BELIEF = "belief";

  /** Of the file format, the first that has all operators of the set. */
  private static final int FORMAT = 8;

  private CascadeGraph() {}

  static String belief(int depth) {
    return BELIEF + "_" + depth;
  }

  static ModelProto of(
      Cascade cascade,
      List<Integer> sample,
      Optional<Preprocessing> preprocessing,
      boolean ofTokens,
      Writers writers,
      Map<String, String> metadata) {
    Graph graph = new Graph(writers, cascade.state());
    Value input = graph.input(INPUT, sample, ofTokens);
    Value features =
        graph.write(
            cascade.extractor(), preprocessing.map(each -> each.write(input, graph)).orElse(input));
    float[] uniform = new float[cascade.classes()];
    Arrays.fill(uniform, 1f / cascade.classes());
    Value belief = graph.repeated(uniform, List.of(cascade.classes()));
    int depth = 0;
    for (BeliefModule module : cascade.modules()) {
      features = graph.advance(module, features);
      belief = Ops.softmax(graph.logits(module, belief, features), graph);
      graph.output(belief(++depth), belief);
    }
    graph.output(BELIEF, belief);
    return model(graph, metadata);
  }

  static ModelProto model(Graph graph, Map<String, String> metadata) {
    BuildInfo build = BuildInfo.load();
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("sid4j")
            .setProducerVersion(build.version())
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(Graph.OPSET))
            .setGraph(graph.build("cascade"));
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build();
  }
}
