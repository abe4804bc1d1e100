package io.github.sid4j.cascade;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Stage;
import java.util.Optional;

/**
 * One module of a cascade: f_i(p_{i-1}, z; theta_i) of the paper. It reads the belief before it and
 * features, and gives the logits of its own belief.
 *
 * <p>A module may carry a stage of the backbone of its own. Then {@link #advance} turns the
 * features that it is given into those that it reads and hands on, and nothing behind it is trained
 * by its loss; see {@link Cascade} for the one rule of where gradients stop.
 *
 * <p>While it is trained one thread at a time uses it; without that, several threads may compute
 * with it, so that an implementation keeps nothing between calls but its parameters and statistics.
 */
public interface BeliefModule extends Parameterized {
  /**
   * The features that this module's belief is read from and the modules after it are given. A
   * module without a stage of its own gives back what it got.
   *
   * @param features [B, ...]
   * @return [B, ...]
   */
  default Tensor advance(Tensor features) {
    return features;
  }

  /**
   * Whether {@link #advance} computes something: whether the module carries a stage.
   *
   * @return the same at every call
   */
  default boolean carriesStage() {
    return false;
  }

  /**
   * The part of a {@link io.github.sid4j.network.Backbone} that it carries. Training asks for it to
   * report where a network was cut and what a stage costs.
   *
   * @return the same at every call; empty if it carries none, or one that is of no backbone
   */
  default Optional<Stage> stage() {
    return Optional.empty();
  }

  /**
   * The cores that this module's forward, backward and update are worth: one, unless it carries a
   * stage. What is computed on one core is also the same to the bit however many there are.
   *
   * @return for a try-with-resources
   */
  default ThreadScope openThreads() {
    return carriesStage() ? ThreadScope.unchanged() : ThreadScope.one();
  }

  /**
   * Refines a belief.
   *
   * @param before the belief before, [B, N], rows sum to 1
   * @param features what {@link #advance} gave, [B, ...]
   * @return logits [B, N]; the module's belief is their softmax
   */
  Tensor logits(Tensor before, Tensor features);
}
