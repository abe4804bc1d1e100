package io.github.sid4j.internal.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.network.Stage;
import org.junit.jupiter.api.Test;

class FrozenModuleTest {
  private final Initializer init = new Initializer(1, DType.FLOAT64);
  private final BatchNorm2d norm = new BatchNorm2d(2, init);
  private final Stage stage =
      new Stage(Sequential.empty().then("norm", norm), 2, Operation.GLOBAL_AVERAGE, 0, 1);
  private final StageModule plain =
      new StageModule(stage, Head.of(Operation.GLOBAL_AVERAGE, 2, 3, 4, init));

  @Test
  void itInfersAlsoInTrainingAndLearnsNothing() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(new double[] {1, 2, 3, 4, -5, 6, 7, 9}, 1, 2, 2, 2);
      Tensor before = Belief.uniform(TensorFactory.CPU, 1, 3, DType.FLOAT64).probabilities();
      double[] features = plain.advance(x).toDoubles();
      double[] logits = plain.logits(before, plain.advance(x)).toDoubles();
      double[] statistics = norm.buffers().tensors().get(0).toDoubles();
      BeliefModule frozen = new FrozenModule(plain);
      try (Pass training = Pass.training(1, 1)) {
        Tensor advanced = frozen.advance(x);
        Tensor believed = frozen.logits(before, advanced);
        assertThat(advanced.toDoubles()).isEqualTo(features);
        assertThat(believed.toDoubles()).isEqualTo(logits);
        assertThat(advanced.requiresGradient() || believed.requiresGradient()).isFalse();
      }
      assertThat(norm.buffers().tensors().get(0).toDoubles()).isEqualTo(statistics);
    }
  }

  @Test
  void itHasTheSameTensorsUnderTheSameNamesAndTrainsNone() {
    BeliefModule frozen = new FrozenModule(plain);
    assertThat(frozen.parameters().byName()).isEmpty();
    assertThat(frozen.buffers().byName())
        .isEqualTo(plain.parameters().and(plain.buffers()).byName());
    assertThat(frozen.stage()).contains(stage);
    assertThat(frozen.carriesStage()).isTrue();
  }
}
