package io.github.sid4j.export;

import io.github.sid4j.internal.baseline.dni.SyntheticExtractor;
import io.github.sid4j.internal.baseline.feedback.DirectFeedbackExtractor;
import io.github.sid4j.internal.baseline.feedback.FeedbackExtractor;
import io.github.sid4j.internal.baseline.forward.LabelCandidates;
import io.github.sid4j.internal.baseline.noprop.ClassEmbeddings;
import io.github.sid4j.internal.baseline.noprop.NoisyExtractor;
import io.github.sid4j.internal.baseline.signals.GridPooling;
import io.github.sid4j.internal.network.ConvPooling;
import io.github.sid4j.internal.network.FrozenLayer;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.MultiHeadAttention;
import io.github.sid4j.internal.network.PatchEmbedding;
import io.github.sid4j.internal.network.Row;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.internal.network.TokenPlaces;
import io.github.sid4j.internal.network.TokenPooling;
import io.github.sid4j.internal.network.TransformerBlock;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Dropout;
import io.github.sid4j.network.Flatten;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.network.Stage;
import java.util.HashMap;
import java.util.Map;

/** The writers for the layers of sid4j. */
final class StandardLayers {
  private final Map<Class<?>, LayerWriter<?>> writers = new HashMap<>();

  private StandardLayers() {
    add(Sequential.class, (row, x, graph) -> inOrder(row.parts().values(), x, graph));
    add(Row.class, (row, x, graph) -> inOrder(row.parts().values(), x, graph));
    add(Stage.class, (stage, x, graph) -> graph.write(stage.layers(), x));
    add(SimpleCnn.class, (cnn, x, graph) -> inOrder(cnn.parts().values(), x, graph));
    add(Mlp.class, (mlp, x, graph) -> inOrder(mlp.pieces(), x, graph));

    add(Operation.class, Operations::operation);
    add(Dropout.class, (dropout, x, graph) -> x);
    add(Flatten.class, (flatten, x, graph) -> Ops.reshape(x, graph, x.numbers()));
    add(Linear.class, Operations::linear);
    add(LayerNorm.class, Operations::layerNorm);

    add(Conv2d.class, Images::conv2d);
    add(BatchNorm2d.class, Images::batchNorm);
    add(ResidualBlock.class, Images::residual);
    add(ConvPooling.class, Images::convPooling);
    add(GridPooling.class, Images::gridPooling);

    add(PatchEmbedding.class, Tokens::patches);
    add(TokenPlaces.class, Tokens::places);
    add(MultiHeadAttention.class, Tokens::attention);
    add(TransformerBlock.class, Tokens::block);
    add(TokenPooling.class, Tokens::pooling);

    add(FrozenLayer.class, (frozen, x, graph) -> graph.write(frozen.plain(), x));
    // What is around these serves training alone.
    add(FeedbackExtractor.class, (extractor, x, graph) -> graph.write(extractor.plain(), x));
    add(DirectFeedbackExtractor.class, (extractor, x, graph) -> graph.write(extractor.plain(), x));
    add(SyntheticExtractor.class, (extractor, x, graph) -> graph.write(extractor.plain(), x));

    add(NoisyExtractor.class, Denoising::extractor);
    add(ClassEmbeddings.class, Denoising::embeddings);
    add(LabelCandidates.class, Trials::extractor);
  }

  static Map<Class<?>, LayerWriter<?>> writers() {
    return new StandardLayers().writers;
  }

  private <L extends Layer> void add(Class<L> kind, LayerWriter<L> writer) {
    writers.put(kind, writer);
  }

  private static Value inOrder(Iterable<? extends Layer> layers, Value x, Graph graph) {
    Value y = x;
    for (Layer layer : layers) {
      y = graph.write(layer, y);
    }
    return y;
  }
}
