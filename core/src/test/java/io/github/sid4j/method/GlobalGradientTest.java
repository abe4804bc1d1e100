package io.github.sid4j.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.SmallCascade;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The methods without stops: every parameter follows the whole loss, through all that is before.
 */
@Tag("slow")
class GlobalGradientTest {
  static Stream<Arguments> cases() {
    return LocalGradientTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void backpropFollowsTheCrossEntropyOfTheLastBelief(SmallCascade kind, Divergence divergence) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(kind, divergence, 21);
      Differences.check(
          problem.cascade().parameters().byName(),
          problem.backprop(),
          () -> {
            Belief last = problem.cascade().beliefs(problem.input()).get(SmallCascade.DEPTH - 1);
            double[] targets = problem.target().distribution().toDoubles();
            double[] logarithms = last.logarithms().toDoubles();
            double sum = 0;
            for (int j = 0; j < targets.length; j++) {
              sum -= targets[j] * logarithms[j];
            }
            return sum / problem.input().size(0);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void deepSupervisionFollowsAllLossesAlsoThroughTheBeliefBefore(
      SmallCascade kind, Divergence divergence) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(kind, divergence, 22);
      Differences.check(
          problem.cascade().parameters().byName(),
          problem.deepSupervision(),
          () -> {
            List<Belief> beliefs = problem.cascade().beliefs(problem.input());
            Belief before = problem.cascade().firstBelief(problem.input());
            double sum = 0;
            for (int i = 0; i < beliefs.size(); i++) {
              sum +=
                  problem.objective().measure(i, beliefs.get(i), problem.target(), before).loss();
              before = beliefs.get(i);
            }
            return sum;
          });
    }
  }
}
