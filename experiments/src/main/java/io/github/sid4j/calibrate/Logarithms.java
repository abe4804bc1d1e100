package io.github.sid4j.calibrate;

import io.github.sid4j.internal.predict.Beliefs;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one module believes of labelled samples, as logarithms, so that another temperature costs
 * one exponential for each class.
 *
 * @param differences by sample and class, the logarithm below that of the most probable class
 * @param labels the class of each sample
 */
// Of millions of probabilities boxed ones would not fit.
@SuppressWarnings("ArrayRecordComponent")
record Logarithms(double[][] differences, int[] labels) {
  static Logarithms of(List<float[]> beliefs, int[] labels) {
    return new Logarithms(
        beliefs.stream().map(Logarithms::differences).toArray(double[][]::new), labels);
  }

  private static double[] differences(float... belief) {
    double highest = logarithm(belief[Beliefs.best(belief)]);
    return IntStream.range(0, belief.length)
        .mapToDouble(c -> logarithm(belief[c]) - highest)
        .toArray();
  }

  /** What has underflowed counts as the least number that has not. */
  private static double logarithm(float probability) {
    return Math.log(Math.max(probability, Float.MIN_NORMAL));
  }

  int size() {
    return labels.length;
  }

  /** Those samples. */
  Logarithms at(int... samples) {
    return new Logarithms(
        IntStream.of(samples).mapToObj(i -> differences[i]).toArray(double[][]::new),
        IntStream.of(samples).map(i -> labels[i]).toArray());
  }

  /** How many the module is right about, whatever the temperature. */
  int right() {
    return (int) IntStream.range(0, size()).filter(i -> best(i) == labels[i]).count();
  }

  boolean isRight(int sample) {
    return best(sample) == labels[sample];
  }

  private int best(int sample) {
    int best = 0;
    while (differences[sample][best] < 0) {
      best++;
    }
    return best;
  }

  /** The probability of the most probable class. */
  double confidence(int sample, double temperature) {
    return 1 / sum(sample, temperature);
  }

  /** The mean of that. */
  double confidence(double temperature) {
    return IntStream.range(0, size()).mapToDouble(sample -> confidence(sample, temperature)).sum()
        / size();
  }

  /** The negative log-likelihood of the true class. */
  double loss(int sample, double temperature) {
    return Math.log(sum(sample, temperature)) - differences[sample][labels[sample]] / temperature;
  }

  /** The mean of that. */
  double loss(double temperature) {
    return IntStream.range(0, size()).mapToDouble(sample -> loss(sample, temperature)).sum()
        / size();
  }

  private double sum(int sample, double temperature) {
    double sum = 0;
    for (double difference : differences[sample]) {
      sum += Math.exp(difference / temperature);
    }
    return sum;
  }
}
