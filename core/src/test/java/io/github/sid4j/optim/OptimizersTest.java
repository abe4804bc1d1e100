package io.github.sid4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.optim.GroupedOptimizer;
import io.github.sid4j.internal.optim.Lookahead;
import io.github.sid4j.internal.optim.WeightAverage;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.testkit.Draw;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adam, AdamW and SGD against loops over doubles, and what of them can be stored. */
class OptimizersTest {
  @Property(tries = 40)
  void adamIsThePapers(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int steps,
      @ForAll @DoubleRange(min = 0, max = 0.5) double decay,
      @ForAll boolean decoupled) {
    assertSame(
        decoupled ? Adam.adamW(decay) : Adam.adam(decay),
        size -> ReferenceLoops.adam(size, decay, decoupled),
        seed,
        steps);
  }

  @Property(tries = 40)
  void sgdIsPyTorchs(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int steps,
      @ForAll @DoubleRange(min = 0, max = 0.99) double momentum,
      @ForAll @DoubleRange(min = 0, max = 0.5) double decay) {
    assertSame(
        Sgd.sgd(momentum, decay), size -> ReferenceLoops.sgd(size, momentum, decay), seed, steps);
  }

  @Property(tries = 40)
  void nesterovsMomentumIsPyTorchs(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int steps,
      @ForAll @DoubleRange(min = 0, max = 0.99) double momentum,
      @ForAll @DoubleRange(min = 0, max = 0.5) double decay) {
    assertSame(
        Sgd.nesterov(momentum, decay),
        size -> ReferenceLoops.nesterov(size, momentum, decay),
        seed,
        steps);
  }

  static Stream<Optimizer.Factory> factories() {
    Optimizer.Factory muon =
        GroupedOptimizer.of(
            (name, value) -> value.shape().length > 1, Muon.muon(0.9, 0.01), Adam.adam(0));
    return Stream.of(
        Adam.adam(0.01),
        Adam.adamW(0.01),
        Sgd.sgd(0.9, 0.01),
        Sgd.nesterov(0.9, 0.01),
        muon,
        Lookahead.around(muon, 2, 6),
        WeightAverage.around(Lookahead.around(Sgd.sgd(0.9, 0), 4, 9), 0.8));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aRestoredStateContinuesToTheBit(Optimizer.Factory factory) {
    try (Scope scope = Scope.open()) {
      Parameters whole = layer(7);
      Optimizer first = factory.create(whole);
      Draw draw = new Draw(7);
      for (int i = 0; i < 3; i++) {
        first.step(gradients(draw, whole, 1), 0.1);
      }

      Parameters resumed = layer(8);
      Optimizer second = factory.create(resumed);
      copy(whole.byName(), resumed.byName());
      copy(first.state().tensors(), second.state().tensors());
      second.state().restoreSteps(first.state().steps());
      assertThat(second.state().steps()).isEqualTo(3);

      for (int i = 0; i < 3; i++) {
        List<Tensor> gradients = gradients(draw, whole, 1);
        first.step(gradients, 0.05);
        second.step(gradients, 0.05);
        assertSameBits(whole.byName(), resumed.byName());
        assertSameBits(first.state().tensors(), second.state().tensors());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("factories")
  void gradientsAndTheirTypeAreLeftAlone(Optimizer.Factory factory) {
    try (Scope scope = Scope.open()) {
      Parameters parameters = layer(9);
      List<Tensor> gradients = gradients(new Draw(9), parameters, 1);
      List<byte[]> kept = gradients.stream().map(Tensor::toBytes).toList();
      factory.create(parameters).step(gradients, 0.1);
      for (int i = 0; i < kept.size(); i++) {
        assertThat(gradients.get(i).toBytes()).isEqualTo(kept.get(i));
      }
      assertThat(parameters.tensors()).allMatch(Tensor::requiresGradient);
    }
  }

  @ParameterizedTest
  @MethodSource("factories")
  void closingFreesWhatIsRememberedAndLeavesTheParameters(Optimizer.Factory factory) {
    try (Scope scope = Scope.open()) {
      Parameters parameters = layer(10);
      Optimizer optimizer = factory.create(parameters);
      List<Tensor> remembered = List.copyOf(optimizer.state().tensors().values());
      optimizer.close();
      assertThat(remembered)
          .isNotEmpty()
          .allSatisfy(tensor -> assertThatThrownBy(tensor::toDoubles).hasMessageContaining("NULL"));
      assertThat(parameters.tensors())
          .allSatisfy(tensor -> assertThat(tensor.toDoubles()).isNotEmpty());
    }
  }

  private static void assertSame(
      Optimizer.Factory factory,
      java.util.function.IntFunction<ReferenceLoops.Rule> reference,
      long seed,
      int steps) {
    try (Scope scope = Scope.open()) {
      Parameters parameters = layer(seed);
      Optimizer optimizer = factory.create(parameters);
      List<double[]> expected = parameters.tensors().stream().map(Tensor::toDoubles).toList();
      List<ReferenceLoops.Rule> rules =
          expected.stream().map(values -> reference.apply(values.length)).toList();
      Draw draw = new Draw(seed);
      for (int step = 0; step < steps; step++) {
        double learningRate = 0.1 / (1 + step);
        // Of all sizes: Adam must not care, and epsilon must sit where it belongs.
        List<Tensor> gradients = gradients(draw, parameters, Math.pow(10, -step));
        optimizer.step(gradients, learningRate);
        for (int i = 0; i < rules.size(); i++) {
          rules.get(i).step(expected.get(i), gradients.get(i).toDoubles(), learningRate);
        }
      }
      assertThat(optimizer.state().steps()).isEqualTo(steps);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(parameters.tensors().get(i).toDoubles())
            .containsExactly(expected.get(i), within(1e-11));
      }
    }
  }

  private static Parameters layer(long seed) {
    return new Linear(3, 2, new Initializer(seed, DType.FLOAT64)).parameters();
  }

  private static List<Tensor> gradients(Draw draw, Parameters parameters, double bound) {
    return parameters.tensors().stream()
        .map(tensor -> draw.tensor(DType.FLOAT64, bound, tensor.shape()))
        .toList();
  }

  private static void copy(Map<String, Tensor> from, Map<String, Tensor> to) {
    assertThat(to.keySet()).containsExactlyElementsOf(from.keySet());
    from.forEach((name, tensor) -> to.get(name).setBytes(tensor.toBytes()));
  }

  private static void assertSameBits(Map<String, Tensor> one, Map<String, Tensor> other) {
    one.forEach(
        (name, tensor) ->
            assertThat(other.get(name).toBytes()).as(name).isEqualTo(tensor.toBytes()));
  }
}
