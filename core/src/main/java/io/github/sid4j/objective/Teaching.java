package io.github.sid4j.objective;

import java.util.Arrays;

/**
 * What modules are taught by next to the labels. {@link #PLAIN} is the objective of the paper.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param teacher what a module is held to by the weight that alpha leaves
 * @param temporalWeight b at the end of a training: the share that the last module's stored belief
 *     of a sample has in the targets of all modules, 0 up to but not 1
 * @param earlyLearning lambda of early-learning regularization towards the stored beliefs, at least
 *     0
 * @param gce q of the generalized cross entropy that takes the place of the divergence to the
 *     target, above 0 and at most 1; 0 for the divergence
 */
public record Teaching(Teacher teacher, double temporalWeight, double earlyLearning, double gce) {
  /** Each module is held to the belief before it, and to nothing else but the target. */
  public static final Teaching PLAIN = new Teaching(Teacher.PREVIOUS, 0, 0, 0);

  /** Checks the numbers, and that the parts fit together. */
  public Teaching {
    if (!(temporalWeight >= 0 && temporalWeight < 1)) {
      throw new IllegalArgumentException(
          "temporal weight: expected 0 up to but not 1, found " + temporalWeight);
    }
    if (!(earlyLearning >= 0 && Double.isFinite(earlyLearning))) {
      throw new IllegalArgumentException(
          "early-learning regularization: expected at least 0, found " + earlyLearning);
    }
    if (!(gce >= 0 && gce <= 1)) {
      throw new IllegalArgumentException("gce: expected 0 to 1, found " + gce);
    }
    if (gce > 0 && (temporalWeight > 0 || teacher != Teacher.PREVIOUS)) {
      throw new IllegalArgumentException("gce has no other reference than the target");
    }
  }

  /**
   * The same with another teacher.
   *
   * @param other of each module
   * @return a copy
   */
  public Teaching teacher(Teacher other) {
    return new Teaching(other, temporalWeight, earlyLearning, gce);
  }

  /**
   * The same with another share of the stored beliefs.
   *
   * @param weight b, 0 up to but not 1
   * @return a copy
   */
  public Teaching temporal(double weight) {
    return new Teaching(teacher, weight, earlyLearning, gce);
  }

  /**
   * The same with another early-learning regularization.
   *
   * @param lambda at least 0
   * @return a copy
   */
  public Teaching earlyLearning(double lambda) {
    return new Teaching(teacher, temporalWeight, lambda, gce);
  }

  /**
   * The same with another generalized cross entropy.
   *
   * @param q 0 to 1, 0 for none
   * @return a copy
   */
  public Teaching gce(double q) {
    return new Teaching(teacher, temporalWeight, earlyLearning, q);
  }

  /**
   * Whether it needs the beliefs that the last module had of samples in earlier epochs.
   *
   * @return whether losses change with {@link Target#stored}
   */
  public boolean readsStoredBeliefs() {
    return temporalWeight > 0 || earlyLearning > 0;
  }

  /** The loss of each module. */
  ModuleLoss[] losses(Divergence divergence, double... alphas) {
    if ((temporalWeight > 0 || gce > 0) && divergence != Divergence.FORWARD) {
      throw new IllegalArgumentException("stored beliefs and gce need the forward divergence");
    }
    if (gce > 0 && Arrays.stream(alphas).anyMatch(alpha -> alpha != 1)) {
      throw new IllegalArgumentException("gce: expected an alpha of 1 for all modules");
    }
    return Arrays.stream(teacher.weights(alphas))
        .mapToObj(weight -> loss(divergence, weight))
        .toArray(ModuleLoss[]::new);
  }

  private ModuleLoss loss(Divergence divergence, double weight) {
    ModuleLoss loss = new TwoReferences(divergence, weight, teacher);
    if (gce > 0) {
      loss = new GeneralizedCrossEntropy(gce);
    } else if (temporalWeight > 0) {
      loss = new TemporalLoss(new TwoReferences(divergence, weight, teacher), temporalWeight);
    }
    return earlyLearning > 0 ? new EarlyLearningLoss(loss, earlyLearning) : loss;
  }
}
