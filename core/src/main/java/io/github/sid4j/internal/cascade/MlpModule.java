package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Parameters;

/**
 * The module of the authors' released code: linear(N + features, hidden), ReLU, linear(hidden, N)
 * on the belief before and the features, joined in this order. 38,154 parameters for N = 10, 128
 * features and 256 hidden.
 */
public final class MlpModule implements BeliefModule {
  private final Mlp mlp;

  /**
   * Makes the module with drawn parameters.
   *
   * @param classes N
   * @param features width of the features [B, features]
   * @param hidden width between the layers; the authors' 256
   * @param init draws the parameters
   */
  public MlpModule(int classes, int features, int hidden, Initializer init) {
    mlp = new Mlp(classes + features, hidden, classes, init);
  }

  /**
   * Takes a network.
   *
   * @param mlp reads the belief and the features, joined in this order
   */
  public MlpModule(Mlp mlp) {
    this.mlp = mlp;
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return mlp.forward(Functional.concatenate(before, features));
  }

  /**
   * What reads the belief and the features.
   *
   * @return from both, joined in this order, to logits
   */
  public Mlp mlp() {
    return mlp;
  }

  @Override
  public Parameters parameters() {
    return mlp.parameters();
  }
}
