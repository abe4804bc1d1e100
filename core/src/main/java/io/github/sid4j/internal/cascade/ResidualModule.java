package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A module that refines the belief before it by a factor for each class: its logits are {@code u +
 * g log p_before}, with u those of another module and g a number that is trained and begins at 1.
 * If that other module begins by giving zeros, this one begins by handing the belief on. No
 * gradient reaches the belief before through the sum.
 */
public final class ResidualModule extends ModuleAround {
  /** What smaller probabilities count as, which have no logarithm once they have underflowed. */
  public static final double SMALLEST = 1e-30;

  private final Tensor gain;

  /**
   * Wraps a module.
   *
   * @param plain gives u
   * @param init makes g
   */
  public ResidualModule(BeliefModule plain, Initializer init) {
    this(plain, init.constant(1, 1));
  }

  private ResidualModule(BeliefModule plain, Tensor gain) {
    super(plain);
    this.gain = gain;
  }

  /**
   * The factor on the logarithms of the belief before.
   *
   * @return [1]
   */
  public Tensor gain() {
    return gain;
  }

  /**
   * The same around another module.
   *
   * @param other gives u
   * @return over the same gain
   */
  public ResidualModule around(BeliefModule other) {
    return new ResidualModule(other, gain);
  }

  @Override
  public Tensor advance(Tensor features) {
    return plain().advance(features);
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    Tensor logarithms = before.copy().inPlace().clamp(SMALLEST, 1).tensor().log();
    return plain().logits(before, features).widened().plus(logarithms.times(gain));
  }

  /** Those of the other module, and {@code gain}. */
  @Override
  public Parameters parameters() {
    Map<String, Tensor> own = new LinkedHashMap<>();
    own.put("gain", gain);
    return plain().parameters().and(Parameters.of(own));
  }

  @Override
  public Parameters buffers() {
    return plain().buffers();
  }
}
