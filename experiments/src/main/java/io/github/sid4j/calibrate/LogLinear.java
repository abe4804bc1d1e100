package io.github.sid4j.calibrate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One belief of those of all modules: {@code softmax(sum_j w_j log p_j)}, their product with an
 * exponent for each. Immutable.
 */
final class LogLinear {
  /** By sample, module and class. */
  private final double[][][] logarithms;

  private final int[] labels;
  private final int modules;

  private LogLinear(double[][][] logarithms, int... labels) {
    this.logarithms = logarithms;
    this.labels = labels;
    this.modules = logarithms[0].length;
  }

  /** Of at least one sample. What has underflowed counts as the least number that has not. */
  static LogLinear of(DepthBeliefs beliefs) {
    return new LogLinear(
        IntStream.range(0, beliefs.size())
            .mapToObj(sample -> logarithms(beliefs.beliefs(), sample))
            .toArray(double[][][]::new),
        beliefs.labels());
  }

  private static double[][] logarithms(List<List<float[]>> beliefs, int sample) {
    return beliefs.stream().map(module -> logarithms(module.get(sample))).toArray(double[][]::new);
  }

  private static double[] logarithms(float... belief) {
    return IntStream.range(0, belief.length)
        .mapToDouble(c -> Math.log(Math.max(belief[c], Float.MIN_NORMAL)))
        .toArray();
  }

  int size() {
    return labels.length;
  }

  int modules() {
    return modules;
  }

  /** Those samples. */
  LogLinear at(int... samples) {
    return new LogLinear(
        IntStream.of(samples).mapToObj(i -> logarithms[i]).toArray(double[][][]::new),
        IntStream.of(samples).map(i -> labels[i]).toArray());
  }

  /** The logarithm of a module's belief in each class. */
  double[] logarithms(int sample, int module) {
    return logarithms[sample][module];
  }

  int label(int sample) {
    return labels[sample];
  }

  /** A probability for each class. */
  float[] belief(int sample, double... weights) {
    double[] belief = probabilities(sample, weights);
    float[] rounded = new float[belief.length];
    IntStream.range(0, belief.length).forEach(c -> rounded[c] = (float) belief[c]);
    return rounded;
  }

  double[] probabilities(int sample, double... weights) {
    double[] logits = logits(sample, weights);
    double sum = logSum(logits);
    return IntStream.range(0, logits.length).mapToDouble(c -> Math.exp(logits[c] - sum)).toArray();
  }

  /** The negative log-likelihood of the true class. */
  double loss(int sample, double... weights) {
    double[] logits = logits(sample, weights);
    return logSum(logits) - logits[labels[sample]];
  }

  private double[] logits(int sample, double... weights) {
    double[] logits = new double[logarithms[sample][0].length];
    for (int j = 0; j < modules; j++) {
      for (int c = 0; c < logits.length; c++) {
        logits[c] += weights[j] * logarithms[sample][j][c];
      }
    }
    return logits;
  }

  private static double logSum(double... logits) {
    double most = IntStream.range(0, logits.length).mapToDouble(c -> logits[c]).max().orElseThrow();
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - most);
    }
    return most + Math.log(sum);
  }
}
