package io.github.sid4j.internal.baseline.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.baseline.NetworkProblem;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.Draw;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gradient of the loss at rest, from two rests and no derivative. */
@Tag("slow")
class EquilibriumPropagationTest {
  private static NetworkProblem problem(double beta) {
    NetworkProblem made =
        NetworkProblem.of(
            DType.FLOAT64,
            new int[] {2, 3},
            "method=equilibrium-propagation",
            "hidden=7",
            "features=5",
            "ep-beta=" + beta,
            "ep-free-steps=600",
            "ep-clamped-steps=600");
    // With biases of 0, a state whose neighbours are at 0 is where the hard sigmoid has its edge.
    Draw draw = new Draw(4);
    made.cascade()
        .parameters()
        .byName()
        .forEach(
            (name, tensor) -> {
              if (name.endsWith(".bias")) {
                double[] values = draw.doubles(Math.toIntExact(tensor.count()), 0.1);
                Tensor moved =
                    Tensor.of(Arrays.stream(values).map(x -> x + 0.4).toArray(), values.length);
                tensor.inPlace().copy(moved);
              }
            });
    return made;
  }

  /** Half the squared distance of the output at rest from the label, mean over the batch. */
  private static double lossAtRest(NetworkProblem problem) {
    Tensor error =
        problem
            .cascade()
            .extractor()
            .forward(problem.input())
            .minus(problem.target().distribution());
    return error.times(error).sum().item() / 2 / NetworkProblem.BATCH;
  }

  @Test
  void forSmallBetaItIsTheGradientOfTheLossAtRest() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(1e-7);
      Map<String, double[]> found = problem.gradients();
      assertThat(found.values())
          .allSatisfy(values -> assertThat(values).isNotEqualTo(new double[values.length]));
      Differences.check(problem.cascade().parameters().byName(), found, () -> lossAtRest(problem));
      assertThat(problem.report().loss()).isCloseTo(lossAtRest(problem), within(1e-14));
    }
  }

  @Test
  void itsErrorGoesWithBeta() {
    try (Scope scope = Scope.open()) {
      Map<String, double[]> exact = problem(1e-7).gradients();
      double small = distance(problem(0.001).gradients(), exact);
      double large = distance(problem(0.01).gradients(), exact);
      assertThat(large / small).isBetween(8.0, 12.0);
    }
  }

  private static double distance(Map<String, double[]> one, Map<String, double[]> other) {
    double sum = 0;
    for (Map.Entry<String, double[]> entry : one.entrySet()) {
      double[] values = other.get(entry.getKey());
      for (int i = 0; i < values.length; i++) {
        sum += Math.pow(entry.getValue()[i] - values[i], 2);
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void atRestAStateIsTheHardSigmoidOfWhatItsNeighboursSend() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(1);
      Map<String, Tensor> parameters = problem.cascade().parameters().byName();
      List<Tensor> rest = ((EnergyNetwork) problem.cascade().extractor()).free(problem.input());
      Tensor sent =
          rest.get(1)
              .matmul(parameters.get("extractor.fc2.weight").transposed())
              .plus(rest.get(3).matmul(parameters.get("extractor.fc3.weight")))
              .plus(parameters.get("extractor.fc2.bias"));
      double[] expected =
          Arrays.stream(sent.toDoubles()).map(x -> Math.max(0, Math.min(1, x))).toArray();
      assertThat(rest.get(2).toDoubles()).containsExactly(expected, within(1e-12));
      // Neither dead nor saturated throughout, so that this says something.
      assertThat(Arrays.stream(expected).filter(x -> x > 0 && x < 1).count()).isPositive();
    }
  }

  @Test
  void stepsDrawTheOutputToTheLabelOrDriveItAway() {
    try (Scope scope = Scope.open()) {
      EnergyNetwork network = (EnergyNetwork) problem(1).cascade().extractor();
      TreeSet<Integer> signs = new TreeSet<>();
      for (long step = 0; step < 20; step++) {
        try (Pass pass = Pass.training(1, step)) {
          signs.add(network.sign());
        }
      }
      assertThat(signs).containsExactly(-1, 1);
    }
  }

  @Test
  void aBeliefIsTheOutputDividedByItsSum() {
    try (Scope scope = Scope.open()) {
      Tensor states = Tensor.of(new double[] {0, 1, 0.5}, 1, 3);
      double[] belief = problem(1).cascade().allBeliefs(states).get(1).probabilities().toDoubles();
      assertThat(belief).containsExactly(new double[] {0, 2 / 3.0, 1 / 3.0}, within(0.001));
    }
  }
}
