package io.github.sid4j.calibrate;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.predict.Beliefs;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each module of a cascade believes of labelled samples.
 *
 * @param labels the class of each sample
 * @param beliefs by module and sample, a probability for each class
 */
// Of millions of probabilities boxed ones would not fit.
@SuppressWarnings("ArrayRecordComponent")
record DepthBeliefs(int[] labels, List<List<float[]>> beliefs) {
  private static final int GROUP = 512;

  /** Takes samples through all modules. */
  static DepthBeliefs of(Classifier classifier, Examples examples) {
    List<List<float[]>> beliefs =
        IntStream.range(0, classifier.depth())
            .<List<float[]>>mapToObj(i -> new ArrayList<>())
            .toList();
    for (int from = 0; from < examples.size(); from += GROUP) {
      int to = Math.min(examples.size(), from + GROUP);
      for (Prediction prediction : classifier.classifyPrepared(values(examples, from, to))) {
        for (int i = 0; i < beliefs.size(); i++) {
          beliefs.get(i).add(prediction.belief(i + 1));
        }
      }
    }
    int[] labels = IntStream.range(0, examples.size()).map(examples::trueLabel).toArray();
    return new DepthBeliefs(labels, beliefs);
  }

  /** Some examples as a classifier takes them. */
  static List<float[]> values(Examples examples, int from, int to) {
    return IntStream.range(from, to).mapToObj(examples::values).toList();
  }

  int depth() {
    return beliefs.size();
  }

  int size() {
    return labels.length;
  }

  /** The same beliefs, each module's at its temperature. */
  DepthBeliefs at(List<Double> temperatures) {
    return new DepthBeliefs(
        labels,
        IntStream.range(0, depth())
            .mapToObj(
                i ->
                    beliefs.get(i).stream()
                        .map(belief -> Beliefs.tempered(belief, temperatures.get(i)))
                        .toList())
            .toList());
  }

  /** Of each sample the class that a module believes in most. */
  int[] best(int module) {
    return beliefs.get(module).stream().mapToInt(Beliefs::best).toArray();
  }

  /** Of each sample the probability of that class. */
  double[] confidence(int module) {
    return beliefs.get(module).stream()
        .mapToDouble(belief -> belief[Beliefs.best(belief)])
        .toArray();
  }

  /** Of each sample whether a module is right. */
  boolean[] right(int module) {
    int[] best = best(module);
    boolean[] right = new boolean[best.length];
    for (int i = 0; i < best.length; i++) {
      right[i] = best[i] == labels[i];
    }
    return right;
  }

  /** The share of samples that a module is right about. */
  double accuracy(int module) {
    int[] best = best(module);
    return IntStream.range(0, size()).filter(i -> best[i] == labels[i]).count() / (double) size();
  }
}
