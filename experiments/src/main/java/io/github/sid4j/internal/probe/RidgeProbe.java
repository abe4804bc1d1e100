package io.github.sid4j.internal.probe;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Matrices;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;

/**
 * The linear map with the least squared error and a penalty on its weights (ridge regression), in
 * closed form: nothing about it depends on a rate or on an order. The penalty is the one of a few
 * that is best on every fifth sample after a fit to the others.
 */
final class RidgeProbe {
  /** For each sample, on features of variance 1. */
  private static final double[] PENALTIES = {1e-4, 1e-3, 1e-2, 1e-1, 1, 10};

  private static final int HELD_OUT = 5;
  private static final double TINY = 1e-12;

  private final Tensor mean;
  private final Tensor scale;
  private final Tensor weights;
  private final Tensor offset;

  private RidgeProbe(Tensor mean, Tensor scale, Tensor weights, Tensor offset) {
    this.mean = mean;
    this.scale = scale;
    this.weights = weights;
    this.offset = offset;
  }

  /**
   * Fits one.
   *
   * @param features [n, D] in double precision, n at least 2
   * @param wanted [n, K]
   * @return belongs to the scope that is open
   */
  static RidgeProbe fit(Tensor features, Tensor wanted) {
    try (Autograd.Mode off = Autograd.off()) {
      return fit(features, wanted, penalty(features, wanted));
    }
  }

  /** What it makes of features: [n, K]. */
  Tensor apply(Tensor features) {
    try (Autograd.Mode off = Autograd.off()) {
      return features.minus(mean).times(scale).matmul(weights).plus(offset);
    }
  }

  private static double penalty(Tensor features, Tensor wanted) {
    long n = features.size(0);
    if (n < 2 * HELD_OUT) {
      return 1;
    }
    long[] out = new long[(int) (n / HELD_OUT)];
    long[] in = new long[(int) n - out.length];
    int inside = 0;
    for (int i = 0; i < n; i++) {
      if (i % HELD_OUT == HELD_OUT - 1) {
        out[i / HELD_OUT] = i;
      } else {
        in[inside++] = i;
      }
    }
    double best = PENALTIES[0];
    double least = Double.POSITIVE_INFINITY;
    for (double penalty : PENALTIES) {
      try (Scope scope = Scope.open()) {
        RidgeProbe probe = fit(Functional.rows(features, in), Functional.rows(wanted, in), penalty);
        Tensor miss =
            probe.apply(Functional.rows(features, out)).minus(Functional.rows(wanted, out));
        double error = miss.times(miss).sum().item();
        if (error < least) {
          least = error;
          best = penalty;
        }
      }
    }
    return best;
  }

  private static RidgeProbe fit(Tensor features, Tensor wanted, double penalty) {
    double n = features.size(0);
    Tensor mean = columnMeans(features);
    Tensor centred = features.minus(mean);
    Tensor variance = columnMeans(centred.times(centred));
    Tensor one = features.factory().full(1, DType.FLOAT64, 1);
    Tensor scale = one.dividedBy(variance.plus(one.times(TINY)).sqrt());
    Tensor x = centred.times(scale);
    Tensor offset = columnMeans(wanted);
    Tensor y = wanted.minus(offset);
    Tensor transposed = x.transposed();
    Tensor inverse = Matrices.ridgeInverse(transposed.matmul(x), penalty * n);
    Tensor weights = inverse.matmul(transposed.matmul(y));
    return new RidgeProbe(mean, scale, weights, offset);
  }

  /** [1, D]. */
  private static Tensor columnMeans(Tensor x) {
    return x.transposed().sumLast().reshape(1, -1).times(1.0 / x.size(0));
  }

  /** The share of rows whose largest number is at the place of their label. */
  static double accuracy(Tensor answers, int[] labels) {
    return accuracy(answers.argmaxLast().toLongs(), labels);
  }

  /** The share of classes that are those of the labels. */
  static double accuracy(long[] chosen, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += chosen[i] == labels[i] ? 1 : 0;
    }
    return right / (double) labels.length;
  }

  /** The share of the variance of what was wanted that answers do not give back. */
  static double unexplained(Tensor answers, Tensor wanted) {
    try (Autograd.Mode off = Autograd.off()) {
      Tensor miss = answers.minus(wanted);
      Tensor around = wanted.minus(columnMeans(wanted));
      return miss.times(miss).sum().item() / around.times(around).sum().item();
    }
  }
}
