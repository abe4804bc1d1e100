package io.github.sid4j.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.SmallProblem.Given;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.SmallCascade;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each module of SID follows its own loss, and the extractor the losses of those that read it. */
@Tag("slow")
class LocalGradientTest {
  static Stream<Arguments> cases() {
    return Stream.of(SmallCascade.values())
        .flatMap(kind -> Stream.of(Divergence.values()).map(d -> arguments(kind, d)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aModulesGradientIsThatOfItsOwnLossAlone(SmallCascade kind, Divergence divergence) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(kind, divergence, 11);
      Map<String, double[]> found = problem.sid();
      List<Given> teachers = problem.teachers();
      for (int i = 0; i < SmallCascade.DEPTH; i++) {
        int module = i;
        Given given = teachers.get(i);
        String prefix = "module" + (i + 1) + ".";
        Differences.check(
            prefixed(prefix, problem.cascade().modules().get(i).parameters()),
            found,
            () -> problem.localLoss(module, given.before(), given.features()).item());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theExtractorsGradientIsThatOfItsReadersLosses(SmallCascade kind, Divergence divergence) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(kind, divergence, 12);
      List<Given> teachers = problem.teachers();
      Differences.check(
          prefixed("extractor.", problem.cascade().extractor().parameters()),
          problem.sid(),
          () -> {
            Tensor z = problem.cascade().extractor().forward(problem.input());
            double sum = 0;
            for (int i = 0; i < problem.cascade().extractorReaders(); i++) {
              sum += problem.localLoss(i, teachers.get(i).before(), z).item();
            }
            return sum;
          });
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SmallCascade.class,
      names = {"MLP", "CNN", "STAGED_ON_EXTRACTOR"})
  void theExtractorsGradientIsTheSumOfOneForEachReader(SmallCascade kind) {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(kind, Divergence.FORWARD, 13);
      Map<String, double[]> found = problem.sid();
      List<Given> teachers = problem.teachers();
      Parameters extractor = problem.cascade().extractor().parameters();
      double[][] sums =
          extractor.tensors().stream()
              .map(t -> new double[(int) t.count()])
              .toArray(double[][]::new);
      for (int i = 0; i < problem.cascade().extractorReaders(); i++) {
        Tensor z = problem.cascade().extractor().forward(problem.input());
        Tensor loss = problem.localLoss(i, teachers.get(i).before(), z);
        List<Tensor> one =
            Autograd.gradients(loss, Tensor.full(1, DType.FLOAT64), extractor.tensors());
        for (int k = 0; k < sums.length; k++) {
          double[] part = one.get(k).toDoubles();
          for (int j = 0; j < part.length; j++) {
            sums[k][j] += part[j];
          }
        }
      }
      int k = 0;
      for (String name : extractor.byName().keySet()) {
        assertThat(farthest(found.get("extractor." + name), sums[k++])).as(name).isLessThan(1e-12);
      }
    }
  }

  /** The library's assertion on long arrays takes seconds. */
  private static double farthest(double[] found, double[] expected) {
    double farthest = 0;
    for (int j = 0; j < expected.length; j++) {
      farthest = Math.max(farthest, Math.abs(found[j] - expected[j]));
    }
    return farthest;
  }

  private static Map<String, Tensor> prefixed(String prefix, Parameters parameters) {
    return parameters.byName().entrySet().stream()
        .collect(Collectors.toMap(entry -> prefix + entry.getKey(), Map.Entry::getValue));
  }
}
