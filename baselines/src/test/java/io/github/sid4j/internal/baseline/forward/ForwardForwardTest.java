package io.github.sid4j.internal.baseline.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.baseline.NetworkProblem;
import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.testkit.Differences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Layers that learn from their own goodness, and what they say together. */
class ForwardForwardTest {
  private static final int WIDTH = 6;

  private static NetworkProblem problem() {
    return NetworkProblem.of(
        DType.FLOAT64,
        new int[] {2, 2, 2},
        "method=forward-forward",
        "stages=3",
        "hidden=" + WIDTH);
  }

  private static GoodnessModule layer(NetworkProblem problem, int index) {
    return (GoodnessModule) problem.cascade().modules().get(index);
  }

  private static LabelCandidates trials(NetworkProblem problem) {
    return (LabelCandidates) problem.cascade().extractor();
  }

  /** Right labels above wrong ones, as the first layer reads them. */
  private static Tensor read(NetworkProblem problem) {
    Tensor labels = problem.target().labels();
    return Functional.append(
        List.of(
            trials(problem).with(problem.input(), trials(problem).right(labels, DType.FLOAT64)),
            trials(problem).with(problem.input(), trials(problem).wrong(labels, DType.FLOAT64))));
  }

  private static double loss(GoodnessModule layer, Tensor read) {
    double[] goodness = GoodnessModule.goodness(layer.activities(read)).toDoubles();
    double sum = 0;
    for (int i = 0; i < goodness.length; i++) {
      double sign = i < NetworkProblem.BATCH ? -1 : 1;
      sum += Math.log1p(Math.exp(sign * (goodness[i] - WIDTH)));
    }
    return sum / NetworkProblem.BATCH;
  }

  @Test
  void aLayersGradientIsThatOfItsOwnGoodness() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem();
      Map<String, double[]> found = problem.gradients();
      Tensor h = read(problem);
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        GoodnessModule layer = layer(problem, i);
        Tensor before = h.detach();
        String prefix = "module" + (i + 1) + ".";
        Map<String, Tensor> own =
            layer.parameters().byName().entrySet().stream()
                .collect(Collectors.toMap(e -> prefix + e.getKey(), Map.Entry::getValue));
        Differences.check(own, found, () -> loss(layer, before));
        sum += loss(layer, before);
        h = layer.activities(before);
      }
      assertThat(problem.report().loss()).isCloseTo(sum, within(1e-12));
    }
  }

  @Test
  void noGradientCrossesLayers() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem();
      Map<String, double[]> expected = problem.gradients();
      Tensor second = problem.cascade().parameters().byName().get("module2.weight");
      // Turned around, so that the layer answers otherwise whatever the length of what it reads.
      second.inPlace().copy(second.times(-1).detach());
      problem
          .gradients()
          .forEach(
              (name, values) ->
                  assertThat(Arrays.equals(values, expected.get(name)))
                      .as(name)
                      .isEqualTo(name.startsWith("module1.")));
    }
  }

  @Test
  void aLayerSeesNothingOfTheGoodnessBefore() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem();
      Tensor h = layer(problem, 0).activities(read(problem)).detach();
      assertThat(layer(problem, 1).activities(h.times(7)).toDoubles())
          .containsExactly(layer(problem, 1).activities(h).toDoubles(), within(1e-6));
    }
  }

  @Test
  void aBeliefIsTheSoftmaxOfTheGoodnessOfAllLayersButTheFirst() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem();
      double[][][] goodness = new double[NetworkProblem.CLASSES][3][];
      for (int label = 0; label < NetworkProblem.CLASSES; label++) {
        double[] rows = new double[NetworkProblem.BATCH * NetworkProblem.CLASSES];
        for (int i = 0; i < NetworkProblem.BATCH; i++) {
          rows[i * NetworkProblem.CLASSES + label] = 1;
        }
        Tensor labels = Tensor.of(rows, NetworkProblem.BATCH, NetworkProblem.CLASSES);
        Tensor h = trials(problem).with(problem.input(), labels);
        for (int i = 0; i < 3; i++) {
          h = layer(problem, i).activities(h);
          goodness[label][i] = GoodnessModule.goodness(h).toDoubles();
        }
      }
      List<Belief> beliefs = problem.cascade().beliefs(problem.input());
      int[][] counted = {{0}, {1}, {1, 2}};
      for (int depth = 0; depth < 3; depth++) {
        double[] expected = softmax(goodness, counted[depth]);
        assertThat(beliefs.get(depth).probabilities().toDoubles())
            .containsExactly(expected, within(1e-12));
      }
    }
  }

  /** For each sample, over the labels, of the sums over layers. */
  private static double[] softmax(double[][][] goodness, int[] layers) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < NetworkProblem.BATCH; i++) {
      int sample = i;
      double[] weights =
          Arrays.stream(goodness)
              .mapToDouble(
                  of -> Math.exp(IntStream.of(layers).mapToDouble(k -> of[k][sample]).sum()))
              .toArray();
      double sum = Arrays.stream(weights).sum();
      Arrays.stream(weights).forEach(weight -> all.add(weight / sum));
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void negativeLabelsAreAllTheOthersAndNeverTheRight() {
    try (Scope scope = Scope.open()) {
      LabelCandidates trials = trials(problem());
      long[] labels = new long[300];
      Arrays.fill(labels, 1);
      double[] found = new double[NetworkProblem.CLASSES];
      double[] rows = trials.wrong(Tensor.of(labels, labels.length), DType.FLOAT64).toDoubles();
      for (int i = 0; i < rows.length; i++) {
        found[i % found.length] += rows[i];
      }
      assertThat(found[1]).isZero();
      assertThat(found[0]).isBetween(100.0, 200.0);
      assertThat(found[0] + found[2]).isEqualTo(300);
    }
  }

  @Test
  void eachStepDrawsItsOwnNegativeLabels() {
    try (Scope scope = Scope.open()) {
      LabelCandidates trials = trials(problem());
      Tensor labels = Tensor.of(new long[20], 20);
      List<double[]> drawn = new ArrayList<>();
      for (long step = 0; step < 2; step++) {
        try (Pass pass = Pass.training(1, step)) {
          drawn.add(trials.wrong(labels, DType.FLOAT64).toDoubles());
        }
      }
      assertThat(drawn.get(0)).isNotEqualTo(drawn.get(1));
    }
  }
}
