package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.network.Sequential;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainTest {
  /** So many that their memory stands out from all else that the process allocates. */
  private static final long NUMBERS = 1 << 22;

  /** x to 2 x, by a product that is not needed afterwards. */
  private static final Layer TWICE = layer(x -> x.times(1).plus(x));

  private static final Layer SQUARE = layer(x -> x.times(x));

  private static Layer layer(UnaryOperator<Tensor> forward) {
    return new Layer() {
      @Override
      public Tensor forward(Tensor x) {
        return forward.apply(x);
      }

      @Override
      public Parameters parameters() {
        return Parameters.none();
      }
    };
  }

  private static Sequential row(int length, Layer layer) {
    Sequential row = Sequential.empty();
    for (int i = 0; i < length; i++) {
      row = row.then("layer" + i, layer);
    }
    return row;
  }

  @Test
  void layersReadWhatTheOneBeforeGaveAndWhatWasGivenStays() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(new double[] {-1, 2}, 1, 2);
      Layer positive = Operation.RELU_IN_PLACE;
      List<Layer> layers = List.of(Operation.IDENTITY, TWICE, positive, SQUARE, TWICE);
      assertThat(Chain.forward(layers, x).toDoubles()).containsExactly(0, 32);
      assertThat(x.toDoubles()).containsExactly(-1, 2);
      assertThat(Chain.forward(List.of(), x)).isSameAs(x);
      assertThat(Chain.forward(List.of(Operation.IDENTITY, Operation.IDENTITY), x)).isSameAs(x);
    }
  }

  @Test
  void gradientsHaveWhatTheyNeed() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(new double[] {-1, 2}, 1, 2).requireGradient();
      // 4 x^4
      Tensor y = Chain.forward(List.of(SQUARE, TWICE, SQUARE), x);
      Tensor one = Tensor.of(new double[] {1, 1}, 1, 2);
      assertThat(Autograd.gradients(y, one, List.of(x)).get(0).toDoubles())
          .containsExactly(-16, 128);
    }
  }

  private enum Deep {
    SEQUENTIAL,
    ROW,
    NESTED,
    FROZEN;

    Layer of(int length, Layer layer) {
      return switch (this) {
        case SEQUENTIAL -> row(length, layer);
        case ROW ->
            new Row(
                IntStream.range(0, length)
                    .mapToObj(i -> Sequential.empty().then("layer" + i, layer))
                    .toList());
        case NESTED -> row(1, row(length, layer));
        case FROZEN -> new FrozenLayer(row(length, layer));
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Deep.class)
  void anInferenceHoldsTwoLayersHoweverManyThereAre(Deep deep) {
    assumeTrue(NativeMemory.inUseBytes().isPresent());
    long[] most = new long[1];
    Layer watched =
        layer(
            x -> {
              Tensor y = TWICE.forward(x);
              most[0] = Math.max(most[0], NativeMemory.inUseBytes().orElseThrow());
              return y;
            });
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.full(0, DType.FLOAT32, 1, NUMBERS);
      long before = NativeMemory.inUseBytes().orElseThrow();
      deep.of(12, watched).forward(x);
      // What a layer reads, its product and what it gives; all twelve would be 24. The rest of the
      // process needs some as well.
      assertThat((most[0] - before) / (4.0 * NUMBERS)).isBetween(2.0, 6.0);
    }
  }
}
