package io.github.sid4j.calibrate;

/**
 * The weights, none negative, at which true classes are likeliest. The mean negative log-likelihood
 * is convex in them; next to it stands a prior, normal around the last module alone with deviation
 * 1, which weighs as much as one sample. By Newton's method, each step the minimum of the quadratic
 * model where no weight is negative.
 */
final class LogLinearFit {
  private static final int STEPS = 50;
  private static final int SWEEPS = 200;
  private static final int HALVINGS = 30;
  private static final double ENOUGH = 1e-10;

  private final LogLinear samples;
  private final double[] prior;

  private LogLinearFit(LogLinear samples) {
    this.samples = samples;
    prior = new double[samples.modules()];
    prior[prior.length - 1] = 1;
  }

  static double[] of(LogLinear samples) {
    LogLinearFit fit = new LogLinearFit(samples);
    double[] weights = fit.prior.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] next = fit.next(weights);
      boolean over = fit.loss(weights) - fit.loss(next) < ENOUGH;
      weights = next;
      if (over) {
        break;
      }
    }
    return weights;
  }

  private double loss(double... weights) {
    double sum = 0;
    for (int i = 0; i < samples.size(); i++) {
      sum += samples.loss(i, weights);
    }
    for (int j = 0; j < weights.length; j++) {
      sum += (weights[j] - prior[j]) * (weights[j] - prior[j]) / 2;
    }
    return sum / samples.size();
  }

  private double[] next(double... weights) {
    double[] gradient = new double[weights.length];
    double[][] curvature = new double[weights.length][weights.length];
    differentiate(weights, gradient, curvature);
    double[] target = quadraticMinimum(weights, gradient, curvature);
    double now = loss(weights);
    double length = 1;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double[] tried = new double[weights.length];
      for (int j = 0; j < tried.length; j++) {
        tried[j] = weights[j] + length * (target[j] - weights[j]);
      }
      if (loss(tried) < now) {
        return tried;
      }
      length /= 2;
    }
    return weights.clone();
  }

  /** Of the loss: by the expectations of the logarithms, and by their covariances. */
  private void differentiate(double[] weights, double[] gradient, double[][] curvature) {
    int n = samples.size();
    for (int j = 0; j < weights.length; j++) {
      gradient[j] = (weights[j] - prior[j]) / n;
      curvature[j][j] = 1.0 / n;
    }
    for (int i = 0; i < n; i++) {
      double[] p = samples.probabilities(i, weights);
      double[] means = new double[weights.length];
      for (int j = 0; j < weights.length; j++) {
        double[] of = samples.logarithms(i, j);
        for (int c = 0; c < p.length; c++) {
          means[j] += p[c] * of[c];
        }
        gradient[j] += (means[j] - of[samples.label(i)]) / n;
        for (int k = 0; k <= j; k++) {
          double[] other = samples.logarithms(i, k);
          double covariance = 0;
          for (int c = 0; c < p.length; c++) {
            covariance += p[c] * (of[c] - means[j]) * (other[c] - means[k]);
          }
          curvature[j][k] += covariance / n;
          curvature[k][j] = curvature[j][k];
        }
      }
    }
  }

  /** By coordinates: the curvature is positive, so each has one minimum. */
  private static double[] quadraticMinimum(
      double[] weights, double[] gradient, double[][] curvature) {
    double[] found = weights.clone();
    double[] slope = gradient.clone();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double moved = 0;
      for (int j = 0; j < found.length; j++) {
        double to = Math.max(0, found[j] - slope[j] / curvature[j][j]);
        double change = to - found[j];
        found[j] = to;
        for (int k = 0; k < found.length; k++) {
          slope[k] += curvature[k][j] * change;
        }
        moved = Math.max(moved, Math.abs(change));
      }
      if (moved < ENOUGH) {
        break;
      }
    }
    return found;
  }
}
