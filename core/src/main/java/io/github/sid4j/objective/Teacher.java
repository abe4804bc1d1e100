package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Tensor;
import java.util.Arrays;

/** What a module is held to next to the target. Constants, safe for several threads. */
public enum Teacher {
  /** The belief of the module before it: consistency. */
  PREVIOUS {
    @Override
    Belief of(Belief before) {
      return before;
    }

    @Override
    double[] weights(double... alphas) {
      return alphas.clone();
    }
  },

  /**
   * The uniform belief, with a weight that falls with depth: module i is trained for {@code (1 -
   * s_i) p_y + s_i / N} with s_i the product of {@code 1 - alpha_j} up to i. That is the best
   * belief of module i in a cascade of {@link #PREVIOUS}, given without the beliefs of any module.
   */
  STATIC {
    @Override
    Belief of(Belief before) {
      long[] shape = before.probabilities().shape();
      long classes = shape[shape.length - 1];
      Tensor like = before.probabilities();
      return new Belief(
          like.factory().full(1.0 / (double) classes, like.type(), shape),
          like.factory().full(-Math.log((double) classes), like.type(), shape));
    }

    @Override
    double[] weights(double... alphas) {
      double[] left = alphas.clone();
      double smoothed = 1;
      for (int i = 0; i < left.length; i++) {
        smoothed *= 1 - alphas[i];
        left[i] = 1 - smoothed;
      }
      return left;
    }
  };

  /** The second reference of a module that is given a belief. */
  abstract Belief of(Belief before);

  /** The weight of the target for each module, by their alphas. */
  abstract double[] weights(double... alphas);

  /**
   * Its name in files and flags.
   *
   * @return lower case
   */
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The teacher of a name.
   *
   * @param wireName as {@link #wireName} gives it
   * @return the constant
   * @throws IllegalArgumentException if there is none
   */
  public static Teacher named(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no teacher is named " + wireName));
  }
}
