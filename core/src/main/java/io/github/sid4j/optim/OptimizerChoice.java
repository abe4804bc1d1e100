package io.github.sid4j.optim;

import java.util.Optional;

/**
 * The optimizer of a training and its numbers. Immutable. {@link Adam#withLearningRate} and its
 * like make one.
 *
 * @param wireName in files and flags; of an own optimizer that of the default
 * @param learningRate the highest, above 0
 * @param weightDecay at least 0
 * @param momentum 0 up to but not 1; empty for optimizers without
 * @param own makes an own optimizer; empty for a built-in one
 */
public record OptimizerChoice(
    String wireName,
    double learningRate,
    double weightDecay,
    Optional<Double> momentum,
    Optional<Optimizer.Factory> own) {
  static OptimizerChoice of(String wireName, double learningRate) {
    return new OptimizerChoice(wireName, learningRate, 0, Optional.empty(), Optional.empty());
  }

  /**
   * An own optimizer.
   *
   * @param factory makes that of one part of the cascade
   * @param learningRate the highest, above 0
   * @return the choice
   */
  public static OptimizerChoice own(Optimizer.Factory factory, double learningRate) {
    return new OptimizerChoice("adam", learningRate, 0, Optional.empty(), Optional.of(factory));
  }

  /**
   * With weight decay.
   *
   * @param decay at least 0
   * @return a copy
   */
  public OptimizerChoice weightDecay(double decay) {
    return new OptimizerChoice(wireName, learningRate, decay, momentum, own);
  }

  /**
   * With momentum, of {@link Sgd}.
   *
   * @param other 0 up to but not 1
   * @return a copy
   */
  public OptimizerChoice momentum(double other) {
    return new OptimizerChoice(wireName, learningRate, weightDecay, Optional.of(other), own);
  }
}
