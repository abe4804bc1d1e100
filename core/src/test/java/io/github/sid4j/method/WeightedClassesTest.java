package io.github.sid4j.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.execution.Batched;
import io.github.sid4j.internal.execution.DataParallel;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.execution.Threads;
import io.github.sid4j.internal.execution.TwoPhase;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Target;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sample that counts w in the loss counts w in every gradient, however a step is carried out. */
class WeightedClassesTest {
  private static final double[] WEIGHTS = {0.25, 1, 3};
  private static final int[] LABELS = {2, 0, 1, 2};

  @ParameterizedTest
  @EnumSource
  void theClosedGradientIsThatOfTheWeightedLoss(Divergence divergence) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(SmallCascade.MLP, divergence, 3);
      Draw draw = new Draw(4);
      Tensor logits = draw.tensor(DType.FLOAT64, 3, 4, 3).requireGradient();
      Belief before = Belief.of(draw.tensor(DType.FLOAT64, 3, 4, 3));
      Target target = weighted(problem, WEIGHTS);
      Tensor loss = problem.objective().loss(1, Belief.of(logits), target, before);
      double expected = 0;
      for (int b = 0; b < 4; b++) {
        expected +=
            WEIGHTS[LABELS[b]]
                / 4
                * problem
                    .objective()
                    .loss(
                        1,
                        Belief.of(logits.detach().narrowFirst(b, 1)),
                        plain(problem).part(b, 1),
                        before.part(b, 1))
                    .item();
      }
      assertThat(loss.item()).isCloseTo(expected, within(1e-12));
      double[] found =
          problem
              .objective()
              .logitsGradient(1, Belief.of(logits.detach()), target, before)
              .toDoubles();
      assertThat(
              Autograd.gradients(loss, Tensor.full(1, DType.FLOAT64), List.of(logits))
                  .get(0)
                  .toDoubles())
          .containsExactly(found, within(1e-12));
    }
  }

  @Test
  void everyExecutionGivesTheSameWeightedGradients() {
    try (Scope scope = Scope.open()) {
      Map<String, double[]> expected = sid(new SinglePass(), WEIGHTS);
      assertThat(sid(new SinglePass(), 1, 1, 1)).isNotEqualTo(expected);
      for (Execution execution : List.of(new TwoPhase(), new Threads(2))) {
        Map<String, double[]> found = sid(execution, WEIGHTS);
        expected.forEach((name, all) -> assertThat(found.get(name)).as(name).isEqualTo(all));
      }
      for (Execution execution : List.of(new Batched(), new DataParallel(2))) {
        Map<String, double[]> found = sid(execution, WEIGHTS);
        expected.forEach(
            (name, all) ->
                assertThat(found.get(name)).as(name).containsExactly(all, within(1e-12)));
      }
    }
  }

  @Test
  void weightsOfOneAndTwiceAllWeightsAreWhatTheySay() {
    try (Scope scope = Scope.open()) {
      for (Function<SmallProblem, Map<String, double[]>> method :
          List.<Function<SmallProblem, Map<String, double[]>>>of(
              SmallProblem::backprop, SmallProblem::sid, SmallProblem::deepSupervision)) {
        SmallProblem problem = SmallProblem.of(SmallCascade.MLP, Divergence.FORWARD, 5);
        Map<String, double[]> plain = method.apply(with(problem, plain(problem)));
        Map<String, double[]> doubled = method.apply(with(problem, weighted(problem, 2, 2, 2)));
        plain.forEach(
            (name, all) -> {
              double[] twice = doubled.get(name);
              for (int i = 0; i < all.length; i++) {
                assertThat(twice[i]).as(name).isCloseTo(2 * all[i], within(1e-12));
              }
            });
      }
    }
  }

  private static Map<String, double[]> sid(Execution execution, double... weights) {
    SmallProblem problem = SmallProblem.of(SmallCascade.MLP, Divergence.FORWARD, 5);
    SmallProblem weighted = with(problem, weighted(problem, weights));
    return weighted.gradients(
        optimizers -> new Sid(weighted.cascade(), weighted.objective(), optimizers, execution));
  }

  private static SmallProblem with(SmallProblem problem, Target target) {
    return new SmallProblem(
        problem.kind(), problem.cascade(), problem.objective(), problem.input(), target);
  }

  private static Target plain(SmallProblem problem) {
    return Target.of(
        LABELS, SmallCascade.CLASSES, problem.objective().labelSmoothing(), DType.FLOAT64);
  }

  private static Target weighted(SmallProblem problem, double... weights) {
    return plain(problem).weighted(LABELS, weights);
  }
}
