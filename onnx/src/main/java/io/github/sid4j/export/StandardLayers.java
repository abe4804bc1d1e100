package io.github.sid4j.export;

import io.github.sid4j.internal.network.BottleneckBlock;
import io.github.sid4j.internal.network.CategoryVectors;
import io.github.sid4j.internal.network.ConstantScale;
import io.github.sid4j.internal.network.ConvPooling;
import io.github.sid4j.internal.network.EachToken;
import io.github.sid4j.internal.network.FrozenLayer;
import io.github.sid4j.internal.network.InvertedResidual;
import io.github.sid4j.internal.network.JoinedInputs;
import io.github.sid4j.internal.network.KnownFeatures;
import io.github.sid4j.internal.network.LargestFound;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.MultiHeadAttention;
import io.github.sid4j.internal.network.PatchEmbedding;
import io.github.sid4j.internal.network.PatchWhitening;
import io.github.sid4j.internal.network.PeriodicNumbers;
import io.github.sid4j.internal.network.PowerNormalized;
import io.github.sid4j.internal.network.Row;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.internal.network.TableEmbedding;
import io.github.sid4j.internal.network.TableResidual;
import io.github.sid4j.internal.network.TextConvolution;
import io.github.sid4j.internal.network.TextPlaces;
import io.github.sid4j.internal.network.TextPooling;
import io.github.sid4j.internal.network.TokenEmbedding;
import io.github.sid4j.internal.network.TokenMean;
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

/** The writers for the layers of core. */
final class StandardLayers {
  private StandardLayers() {}

  static Writers addTo(Writers writers) {
    return writers
        .with(Sequential.class, (row, x, graph) -> inOrder(row.parts().values(), x, graph))
        .with(Row.class, (row, x, graph) -> inOrder(row.parts().values(), x, graph))
        .with(Stage.class, (stage, x, graph) -> graph.write(stage.layers(), x))
        .with(SimpleCnn.class, (cnn, x, graph) -> inOrder(cnn.parts().values(), x, graph))
        .with(Mlp.class, (mlp, x, graph) -> inOrder(mlp.pieces(), x, graph))
        .with(Operation.class, Operations::operation)
        .with(Dropout.class, (dropout, x, graph) -> x)
        .with(Flatten.class, (flatten, x, graph) -> Ops.flat(x, graph))
        .with(Linear.class, Operations::linear)
        .with(LayerNorm.class, Operations::layerNorm)
        .with(Conv2d.class, Images::conv2d)
        .with(BatchNorm2d.class, Images::batchNorm)
        .with(ResidualBlock.class, Images::residual)
        .with(BottleneckBlock.class, Images::bottleneck)
        .with(InvertedResidual.class, Images::inverted)
        .with(ConvPooling.class, Images::convPooling)
        .with(PatchEmbedding.class, Tokens::patches)
        .with(TokenPlaces.class, Tokens::places)
        .with(MultiHeadAttention.class, Tokens::attention)
        .with(TransformerBlock.class, Tokens::block)
        .with(TokenPooling.class, Tokens::pooling)
        .with(TokenEmbedding.class, PaddedTokens::embedding)
        .with(EachToken.class, PaddedTokens::each)
        .with(TextPlaces.class, PaddedTokens::places)
        .with(TextConvolution.class, PaddedTokens::convolution)
        .with(LargestFound.class, PaddedTokens::largest)
        .with(TokenMean.class, PaddedTokens::mean)
        .with(TextPooling.class, PaddedTokens::pooling)
        .with(TableEmbedding.class, TableLayers::embedding)
        .with(PeriodicNumbers.class, TableLayers::periodic)
        .with(CategoryVectors.class, TableLayers::category)
        .with(TableResidual.class, TableLayers::residual)
        .with(JoinedInputs.class, Inputs::features)
        .with(ConstantScale.class, (scale, x, graph) -> Ops.with("Mul", x, scale.factor(), graph))
        .withPlain(PatchWhitening.class, PatchWhitening::convolution)
        .with(PowerNormalized.class, Operations::power)
        .withPlain(FrozenLayer.class, FrozenLayer::plain)
        .withPlain(KnownFeatures.class, KnownFeatures::plain);
  }

  private static Value inOrder(Iterable<? extends Layer> layers, Value x, Graph graph) {
    Value y = x;
    for (Layer layer : layers) {
      y = graph.write(layer, y);
    }
    return y;
  }
}
