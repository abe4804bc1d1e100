package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.model.InputTensors;
import io.github.sid4j.run.ExampleBeliefs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A few samples of the test part, to show what modules believe of them. */
final class TestExamples {
  static final int COUNT = 12;
  private static final double DECIMALS = 1e6;

  private TestExamples() {}

  /** What a cascade believes of them, with the weights that it has. */
  static ExampleBeliefs beliefs(Cascade cascade, Dataset dataset, Examples test) {
    List<Integer> chosen = chosen(test);
    List<ExampleBeliefs.Example> examples = new ArrayList<>();
    if (!chosen.isEmpty()) {
      try (Scope scope = Scope.open()) {
        List<Belief> beliefs = new ArrayList<>();
        beliefs.add(cascade.firstBelief(chosen.size(), DType.FLOAT32));
        beliefs.addAll(cascade.beliefs(input(test, chosen)));
        List<double[]> rows =
            beliefs.stream().map(belief -> belief.probabilities().toDoubles()).toList();
        for (int k = 0; k < chosen.size(); k++) {
          int from = k * cascade.classes();
          int to = from + cascade.classes();
          int index = chosen.get(k);
          examples.add(
              new ExampleBeliefs.Example(
                  index,
                  test.trueLabel(index),
                  test.png(index).map(Base64.getEncoder()::encodeToString).orElse(null),
                  rows.stream().map(row -> rounded(Arrays.copyOfRange(row, from, to))).toList()));
        }
      }
    }
    return new ExampleBeliefs(dataset.name(), dataset.classNames(), examples);
  }

  /**
   * The first of each class, then the second of each, and so on until there are enough; where there
   * are more classes than wanted, those of some that are evenly apart.
   */
  static List<Integer> chosen(Examples test) {
    Map<Integer, List<Integer>> byClass = new TreeMap<>();
    for (int i = 0; i < test.size(); i++) {
      byClass.computeIfAbsent(test.trueLabel(i), label -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> all = List.copyOf(byClass.values());
    int classes = Math.min(all.size(), COUNT);
    List<List<Integer>> shown =
        IntStream.range(0, classes).mapToObj(k -> all.get(k * all.size() / classes)).toList();
    int rounds = shown.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, rounds)
        .boxed()
        .flatMap(round -> shown.stream().filter(of -> of.size() > round).map(of -> of.get(round)))
        .limit(COUNT)
        .toList();
  }

  private static Tensor input(Examples test, List<Integer> chosen) {
    int[] shape = test.shape();
    int length = InputTensors.numbers(shape);
    float[] values = new float[chosen.size() * length];
    for (int k = 0; k < chosen.size(); k++) {
      test.read(chosen.get(k), values, k * length);
    }
    return Tensor.of(values, InputTensors.sizes(chosen.size(), shape));
  }

  private static List<Double> rounded(double[] probabilities) {
    return Arrays.stream(probabilities)
        .map(p -> Math.round(p * DECIMALS) / DECIMALS)
        .boxed()
        .toList();
  }
}
