package io.github.sid4j.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that comes later in a cascade changes a bit of what SID teaches the parts before it. */
class GradientStopTest {
  @ParameterizedTest
  @EnumSource
  void laterParametersDoNotMatter(SmallCascade kind) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(kind, Divergence.FORWARD, 31);
      for (int i = 1; i < SmallCascade.DEPTH; i++) {
        Map<String, double[]> first = problem.sid();
        Draw draw = new Draw(i);
        for (Tensor parameter : problem.cascade().modules().get(i).parameters().tensors()) {
          parameter.inPlace().copy(draw.tensor(DType.FLOAT64, 0.5, parameter.shape()));
        }
        assertSameBefore(problem, i, first, problem.sid());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void laterLossesDoNotMatter(SmallCascade kind) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(kind, Divergence.FORWARD, 32);
      Map<String, double[]> first = problem.sid();
      for (int i = 1; i < SmallCascade.DEPTH; i++) {
        double[] alphas = {0.8, 0.5, 0.3};
        alphas[i] = 0.9;
        Objective other = new Objective(Divergence.FORWARD, 0, alphas);
        assertSameBefore(problem, i, first, problem.withObjective(other).sid());
      }
    }
  }

  /** What is stopped would be there: the method without stops finds other gradients. */
  @ParameterizedTest
  @EnumSource
  void withoutStopsLaterModulesMatterToAllButTheLast(SmallCascade kind) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(kind, Divergence.FORWARD, 33);
      Map<String, double[]> local = problem.sid();
      Map<String, double[]> global = problem.deepSupervision();
      String last = "module" + SmallCascade.DEPTH + ".";
      for (String name : local.keySet()) {
        if (!name.startsWith(last)) {
          assertThat(local.get(name)).as(name).isNotEqualTo(global.get(name));
        }
      }
    }
  }

  /** Module {@code changed} and those after it were changed: the same bits are asked before it. */
  private static void assertSameBefore(
      SmallProblem problem, int changed, Map<String, double[]> first, Map<String, double[]> then) {
    Map<String, double[]> before = new LinkedHashMap<>(first);
    before.keySet().removeIf(name -> !isBefore(problem, changed, name));
    assertThat(before).isNotEmpty();
    before.forEach((name, gradient) -> assertThat(then.get(name)).as(name).isEqualTo(gradient));
    String own = "module" + (changed + 1) + ".";
    assertThat(first.keySet().stream().filter(name -> name.startsWith(own)))
        .anySatisfy(name -> assertThat(then.get(name)).isNotEqualTo(first.get(name)));
  }

  private static boolean isBefore(SmallProblem problem, int changed, String name) {
    if (name.startsWith("extractor.")) {
      return changed >= problem.cascade().extractorReaders();
    }
    int module = Integer.parseInt(name.substring("module".length(), name.indexOf('.')));
    return module <= changed;
  }
}
