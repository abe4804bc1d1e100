package io.github.sid4j.internal.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoisyLabelsTest {
  private static final int[] GIVEN = {0, 1, 2, 1, 0};

  /** The second, third and fifth labels are wrong. */
  private static final int[] TRUTH = {0, 2, 0, 1, 1};

  private final Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, 2);

  private static Belief believing(int... classes) {
    double[] logits = new double[classes.length * 3];
    for (int i = 0; i < classes.length; i++) {
      logits[3 * i + classes[i]] = 2;
    }
    return Belief.of(Tensor.of(logits, classes.length, 3));
  }

  private static Target target() {
    return Target.of(GIVEN, 3, 0, DType.FLOAT64).knowing(GIVEN, TRUTH);
  }

  @Test
  void eachModuleCountsItsAnswersToNoisyLabelsAndToThoseAlone() {
    try (Scope scope = Scope.open()) {
      // The first follows its labels where they are wrong, and errs where they are right.
      Belief follows = believing(1, 1, 2, 2, 0);
      // The second finds one true class and errs in another way once.
      Belief disagrees = believing(0, 2, 1, 1, 0);
      List<Belief> beliefs =
          List.of(Belief.uniform(TensorFactory.CPU, 5, 3, DType.FLOAT64), follows, disagrees);
      assertThat(objective.measures(beliefs, target()))
          .extracting(Measure::noise)
          .containsExactly(new NoiseCounts(3, 0, 0), new NoiseCounts(3, 2, 1));
    }
  }

  @Test
  void whatIsKnownOfTheLabelsChangesNoOtherNumber() {
    try (Scope scope = Scope.open()) {
      Belief before = Belief.uniform(TensorFactory.CPU, 5, 3, DType.FLOAT64);
      Belief p = believing(0, 2, 1, 1, 0);
      Target plain = Target.of(GIVEN, 3, 0, DType.FLOAT64);
      Measure ignorant = objective.measure(0, p, plain, before);
      assertThat(ignorant.noise()).isEqualTo(NoiseCounts.NONE);
      assertThat(objective.measure(0, p, target(), before))
          .usingRecursiveComparison()
          .ignoringFields("noise")
          .isEqualTo(ignorant);
    }
  }

  @Test
  void aPartOfABatchKnowsItsOwn() {
    try (Scope scope = Scope.open()) {
      Belief before = Belief.uniform(TensorFactory.CPU, 2, 3, DType.FLOAT64);
      Measure measure = objective.measure(0, believing(0, 0), target().part(2, 2), before);
      assertThat(measure.noise()).isEqualTo(new NoiseCounts(1, 1, 1));
    }
  }
}
