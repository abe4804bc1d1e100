package io.github.sid4j.internal.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.execution.Overlap;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.method.Sid;
import io.github.sid4j.method.SmallProblem;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.SmallCascade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss of stage i trains the stages i - r + 1 to i, and the head of stage i alone. */
class OverlapTest {
  static Stream<Arguments> cases() {
    return Stream.of(Divergence.values())
        .flatMap(d -> IntStream.rangeClosed(1, 4).mapToObj(r -> arguments(d, r)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStageFollowsTheLossesThatReachIt(Divergence divergence, int overlap) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(SmallCascade.STAGED, divergence, 31);
      Map<String, double[]> found = gradients(problem, overlap);
      List<SmallProblem.Given> teachers = problem.teachers();
      for (int j = 0; j < SmallCascade.DEPTH; j++) {
        int stage = j;
        String prefix = "module" + (j + 1) + ".";
        Map<String, Tensor> parameters = problem.cascade().parameters().byName();
        Differences.check(
            parameters.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
            found,
            () -> {
              double sum = 0;
              int to = Math.min(stage + overlap, SmallCascade.DEPTH);
              for (int i = stage; i < to; i++) {
                sum += lossFrom(problem, teachers, stage, i);
              }
              return sum;
            });
      }
    }
  }

  /** The loss of module i as a function of what stages j to i are; its belief before is given. */
  private static double lossFrom(
      SmallProblem problem, List<SmallProblem.Given> teachers, int j, int i) {
    Tensor h = teachers.get(j).features();
    for (BeliefModule module : problem.cascade().modules().subList(j, i + 1)) {
      h = module.advance(h);
    }
    Belief before = teachers.get(i).before();
    Tensor logits = problem.cascade().modules().get(i).logits(before.probabilities(), h);
    return problem.objective().loss(i, Belief.of(logits), problem.target(), before).item();
  }

  private static Map<String, double[]> gradients(SmallProblem problem, int overlap) {
    return problem.gradients(
        optimizers ->
            new Sid(problem.cascade(), problem.objective(), optimizers, new Overlap(overlap)));
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGED", "STAGED_IMAGES"})
  void withOverlapOneTheBitsAreThoseOfLocalLearning(SmallCascade kind) {
    try (Scope scope = Scope.open();
        Pass training = Pass.training(1, 2)) {
      SmallProblem problem = SmallProblem.of(kind, Divergence.FORWARD, 32);
      Map<String, double[]> local = problem.sid();
      gradients(problem, 1)
          .forEach((name, values) -> assertThat(values).as(name).isEqualTo(local.get(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void ofHeadsThatTrainNoStageAllStagesHaveZeroGradients(int overlap) {
    try (Scope scope = Scope.open()) {
      SmallProblem usual = SmallProblem.of(SmallCascade.STAGED, Divergence.FORWARD, 34);
      List<BeliefModule> modules = new ArrayList<>(usual.cascade().modules());
      modules.replaceAll(DetachedHead::new);
      Cascade cascade = new Cascade(Operation.IDENTITY, modules, SmallCascade.CLASSES);
      SmallProblem detached =
          new SmallProblem(
              SmallCascade.STAGED, cascade, usual.objective(), usual.input(), usual.target());
      Map<String, double[]> local = detached.sid();
      gradients(detached, overlap)
          .forEach(
              (name, values) ->
                  assertThat(values).as(name).containsExactly(local.get(name), within(1e-15)));
    }
  }

  /** A head that reads the features of its stage and does not train it. */
  private record DetachedHead(BeliefModule module) implements BeliefModule {
    @Override
    public Tensor advance(Tensor features) {
      return module.advance(features);
    }

    @Override
    public boolean carriesStage() {
      return true;
    }

    @Override
    public Tensor logits(Tensor before, Tensor features) {
      return module.logits(before, features.detach());
    }

    @Override
    public Parameters parameters() {
      return module.parameters();
    }
  }

  @Test
  void aCascadeWithAnExtractorIsRefused() {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(SmallCascade.MLP, Divergence.FORWARD, 33);
      assertThatThrownBy(() -> gradients(problem, 2)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
