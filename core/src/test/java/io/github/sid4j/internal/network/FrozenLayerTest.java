package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenLayerTest {
  private final Initializer init = new Initializer(1, DType.FLOAT64);
  private final BatchNorm2d norm = new BatchNorm2d(2, init);
  private final Conv2d conv = new Conv2d(2, 2, 1, init);

  private Row row() {
    return new Row(
        List.of(Sequential.empty().then("conv", conv), Sequential.empty().then("norm", norm)));
  }

  @Test
  void itInfersAlsoInTrainingAndLearnsNothing() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(new double[] {1, 2, 3, 4, -5, 6, 7, 9}, 1, 2, 2, 2);
      double[] inferred = row().forward(x).toDoubles();
      double[] statistics = norm.buffers().tensors().get(0).toDoubles();
      Layer frozen = new FrozenLayer(row());
      try (Pass training = Pass.training(1, 1)) {
        Tensor y = frozen.forward(x);
        assertThat(y.toDoubles()).isEqualTo(inferred);
        assertThat(y.requiresGradient()).isFalse();
        assertThat(Pass.current().isTraining()).isTrue();
      }
      assertThat(norm.buffers().tensors().get(0).toDoubles()).isEqualTo(statistics);
    }
  }

  @Test
  void itsParametersAreBuffersUnderTheirNames() {
    Layer frozen = new FrozenLayer(row());
    assertThat(frozen.parameters().byName()).isEmpty();
    assertThat(frozen.buffers().byName())
        .isEqualTo(row().parameters().and(row().buffers()).byName());
  }

  @Test
  void whatIsHandedOnAsItIsStaysWithItsOwner() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(new double[] {1, 2}, 1, 2);
      assertThat(new FrozenLayer(Operation.IDENTITY).forward(x).toDoubles()).containsExactly(1, 2);
      assertThat(x.toDoubles()).containsExactly(1, 2);
    }
  }
}
