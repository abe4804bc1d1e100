package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.LayerRandom;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Parameters;

/**
 * Makes a better guess of the one-hot label from a noisy one and features: the module of the
 * authors' code, on {@code [z, features]} joined in this order. The guess is handed on as it is;
 * its softmax is the belief, and its largest number the prediction.
 */
public final class DenoisingModule implements BeliefModule {
  private final Mlp mlp;
  private final int classes;
  private final double signal;
  private final LayerRandom noise;

  /**
   * Makes the module with drawn parameters.
   *
   * @param classes N
   * @param features width of the features beside the guess
   * @param hidden width between the layers
   * @param signal a of the noisy labels it learns from, above 0 and at most 1
   * @param init draws the parameters
   */
  public DenoisingModule(int classes, int features, int hidden, double signal, Initializer init) {
    this.mlp = new Mlp(classes + features, hidden, classes, init);
    this.classes = classes;
    this.signal = signal;
    this.noise = new LayerRandom(init);
  }

  /**
   * A label with noise: {@code sqrt(a) u + sqrt(1 - a) e}, with e standard normal.
   *
   * @param label u, [B, N]
   * @return [B, N], drawn for the step
   */
  public Tensor noised(Tensor label) {
    return noise.noised(label, signal);
  }

  /**
   * Guesses.
   *
   * @param noisy label, or the guess before, [B, N]
   * @param joined what the extractor gives, of which the features are read, [B, features + N]
   * @return [B, N]
   */
  public Tensor guess(Tensor noisy, Tensor joined) {
    return guess(new FeaturesAndState(FeaturesAndState.of(joined, classes).features(), noisy));
  }

  private Tensor guess(FeaturesAndState read) {
    return mlp.forward(Functional.concatenate(read.state(), read.features())).widened();
  }

  /**
   * What guesses.
   *
   * @return from a guess and features, joined in this order, to a better guess
   */
  public Mlp mlp() {
    return mlp;
  }

  /**
   * N, the numbers of a guess.
   *
   * @return at least 2
   */
  public int classes() {
    return classes;
  }

  /** The same features with a better guess behind them, [B, features + N]. */
  @Override
  public Tensor advance(Tensor joined) {
    FeaturesAndState read = FeaturesAndState.of(joined, classes);
    return new FeaturesAndState(read.features(), guess(read)).joined();
  }

  @Override
  public boolean carriesStage() {
    return true;
  }

  @Override
  public Tensor logits(Tensor before, Tensor joined) {
    return FeaturesAndState.of(joined, classes).state();
  }

  @Override
  public Parameters parameters() {
    return mlp.parameters();
  }
}
