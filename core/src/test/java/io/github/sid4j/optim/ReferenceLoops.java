package io.github.sid4j.optim;

/** The optimizers as loops over doubles, as their papers and PyTorch's manual write them. */
final class ReferenceLoops {
  private ReferenceLoops() {}

  /** One parameter vector and what is remembered of it; changed in place. */
  interface Rule {
    void step(double[] w, double[] g, double learningRate);
  }

  static Rule adam(int size, double decay, boolean decoupled) {
    double[] m = new double[size];
    double[] v = new double[size];
    int[] t = {0};
    return (w, g, lr) -> {
      t[0]++;
      for (int j = 0; j < size; j++) {
        double gradient = g[j];
        if (decoupled) {
          w[j] -= lr * decay * w[j];
        } else {
          gradient += decay * w[j];
        }
        m[j] = 0.9 * m[j] + 0.1 * gradient;
        v[j] = 0.999 * v[j] + 0.001 * gradient * gradient;
        double mean = m[j] / (1 - Math.pow(0.9, t[0]));
        double variance = v[j] / (1 - Math.pow(0.999, t[0]));
        w[j] -= lr * mean / (Math.sqrt(variance) + 1e-8);
      }
    };
  }

  static Rule sgd(int size, double momentum, double decay) {
    double[] velocity = new double[size];
    return (w, g, lr) -> {
      for (int j = 0; j < size; j++) {
        velocity[j] = momentum * velocity[j] + g[j] + decay * w[j];
        w[j] -= lr * velocity[j];
      }
    };
  }

  static Rule nesterov(int size, double momentum, double decay) {
    double[] velocity = new double[size];
    return (w, g, lr) -> {
      for (int j = 0; j < size; j++) {
        double gradient = g[j] + decay * w[j];
        velocity[j] = momentum * velocity[j] + gradient;
        w[j] -= lr * (gradient + momentum * velocity[j]);
      }
    };
  }
}
