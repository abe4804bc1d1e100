package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Examples;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.model.InputTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A few samples of a part of the data, distributed over its classes. */
final class ExampleSampler {
  static final int COUNT = 12;
  private static final double DECIMALS = 1e6;

  private final Examples part;
  private final List<Integer> chosen;

  ExampleSampler(Examples part) {
    this.part = part;
    this.chosen = chosen(part);
  }

  int size() {
    return chosen.size();
  }

  /** The place in the part of the sample at k. */
  int index(int k) {
    return chosen.get(k);
  }

  int label(int k) {
    return part.trueLabel(index(k));
  }

  /** A PNG file in base64; null where there is no picture. */
  @Nullable String png(int k) {
    return part.png(index(k)).map(Base64.getEncoder()::encodeToString).orElse(null);
  }

  /**
   * What a cascade believes of each with the weights that it has: p_0, which is uniform, to p_L.
   */
  List<List<List<Double>>> beliefs(CascadeView cascade) {
    if (chosen.isEmpty()) {
      return List.of();
    }
    try (Scope scope = Scope.open()) {
      List<Belief> beliefs = cascade.beliefs(input());
      List<double[]> rows =
          beliefs.stream().map(belief -> belief.probabilities().toDoubles()).toList();
      return IntStream.range(0, chosen.size())
          .mapToObj(k -> rows.stream().map(row -> rounded(row, k, cascade.classes())).toList())
          .toList();
    }
  }

  private Tensor input() {
    int[] shape = part.shape();
    int length = InputTensors.numbers(shape);
    float[] values = new float[chosen.size() * length];
    for (int k = 0; k < chosen.size(); k++) {
      part.read(chosen.get(k), values, k * length);
    }
    return Tensor.of(values, InputTensors.sizes(chosen.size(), shape));
  }

  private static List<Double> rounded(double[] probabilities, int row, int classes) {
    return Arrays.stream(probabilities, row * classes, (row + 1) * classes)
        .map(p -> Math.round(p * DECIMALS) / DECIMALS)
        .boxed()
        .toList();
  }

  /**
   * The first of each class, then the second of each, and so on until there are enough; where there
   * are more classes than wanted, those of some that are evenly apart.
   */
  static List<Integer> chosen(Examples part) {
    Map<Integer, List<Integer>> byClass = new TreeMap<>();
    for (int i = 0; i < part.size(); i++) {
      byClass.computeIfAbsent(part.trueLabel(i), label -> new ArrayList<>()).add(i);
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
}
