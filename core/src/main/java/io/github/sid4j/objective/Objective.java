package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.objective.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The local objective of every module of a cascade: {@code alpha_i D(p_y, p_i) + (1 - alpha_i)
 * D(p_{i-1}, p_i)}, mean over the batch, in nats (arXiv 2510.03273, section 3), unless a {@link
 * Teaching} says otherwise. Where the target has weights, each sample's loss is multiplied by its
 * own before the mean.
 *
 * <p>Immutable, and so safe for several threads.
 */
public final class Objective {
  /** How many modules are measured at once: fewer calls, and not much memory. */
  private static final int TOGETHER = 16;

  private final Divergence divergence;
  private final double labelSmoothing;
  private final Teaching teaching;
  private final double[] alphas;
  private final ModuleLoss[] losses;
  private final ModuleMeasures measuring;

  /**
   * Sets the objective of a cascade.
   *
   * @param divergence the direction
   * @param labelSmoothing of the target, 0 up to but not 1; above 0 for {@link Divergence#REVERSE}
   * @param alphas weight of the divergence to the target for each module, in order, each above 0
   *     and at most 1
   */
  public Objective(Divergence divergence, double labelSmoothing, double... alphas) {
    this(divergence, labelSmoothing, Teaching.PLAIN, alphas);
  }

  /**
   * Sets the objective of a cascade that is taught by more than labels.
   *
   * @param divergence the direction; forward where the teaching has a temporal weight or gce
   * @param labelSmoothing as in the other constructor
   * @param teaching what modules are taught by next to the labels
   * @param alphas as in the other constructor; 1 where the teaching has gce
   */
  public Objective(
      Divergence divergence, double labelSmoothing, Teaching teaching, double... alphas) {
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
      throw new IllegalArgumentException(
          "label smoothing: expected 0 up to but not 1, found " + labelSmoothing);
    }
    if (divergence == Divergence.REVERSE && labelSmoothing == 0) {
      throw new IllegalArgumentException(
          "the reverse divergence needs targets of full support: expected label smoothing above"
              + " 0, found 0");
    }
    for (double alpha : alphas) {
      if (!(alpha > 0 && alpha <= 1)) {
        throw new IllegalArgumentException(
            "alpha: expected above 0 and at most 1, found " + Arrays.toString(alphas));
      }
    }
    this.divergence = divergence;
    this.labelSmoothing = labelSmoothing;
    this.teaching = teaching;
    this.alphas = alphas.clone();
    this.losses = teaching.losses(divergence, alphas);
    this.measuring = new ModuleMeasures(divergence, teaching, alphas, losses);
  }

  /**
   * The same alpha for every module.
   *
   * @param divergence the direction
   * @param labelSmoothing as in the constructor
   * @param alpha weight of the divergence to the target
   * @param modules L
   * @return the objective
   */
  public static Objective constant(
      Divergence divergence, double labelSmoothing, double alpha, int modules) {
    double[] alphas = new double[modules];
    Arrays.fill(alphas, alpha);
    return new Objective(divergence, labelSmoothing, alphas);
  }

  /**
   * The smoothing of the targets.
   *
   * @return 0 up to but not 1
   */
  public double labelSmoothing() {
    return labelSmoothing;
  }

  /**
   * What modules are taught by next to the labels.
   *
   * @return {@link Teaching#PLAIN} unless given
   */
  public Teaching teaching() {
    return teaching;
  }

  /**
   * How many modules it is for.
   *
   * @return L
   */
  public int modules() {
    return alphas.length;
  }

  /**
   * What is proven of the divergences that it measures, along a cascade, where the teaching is
   * plain.
   *
   * @param classes N
   * @return for all modules
   */
  public Bounds bounds(int classes) {
    return new Bounds(divergence, labelSmoothing, alphas, classes);
  }

  /**
   * The loss of a module as an expression that gradients can be taken of, also through the belief
   * before it.
   *
   * @param i the module, from 0
   * @param p its belief
   * @param target p_y
   * @param before the belief before
   * @return a scalar
   */
  public Tensor loss(int i, Belief p, Target target, Belief before) {
    Tensor perSample = losses[i].perSample(p, target, before);
    return mean(
        target.weights().isEmpty()
            ? perSample
            : target.weigh(perSample.reshape(perSample.count(), 1)));
  }

  /**
   * The gradient of a module's loss on its logits, in closed form; for the forward divergence
   * {@code (p_i - t_i) / B} with {@code t_i = alpha p_y + (1 - alpha) p_{i-1}}.
   *
   * @param i the module, from 0
   * @param p its belief
   * @param target p_y
   * @param before the belief before
   * @return [B, N]
   */
  public Tensor logitsGradient(int i, Belief p, Target target, Belief before) {
    return target.weigh(
        losses[i].logitsGradient(p, target, before).times(1.0 / target.labels().count()));
  }

  /**
   * The gradients of all modules' losses on their logits.
   *
   * @param beliefs p_0 to p_L
   * @param target p_y
   * @return [L, B, N], each as {@link #logitsGradient}
   */
  public Tensor logitsGradients(List<Belief> beliefs, Target target) {
    List<Tensor> parts = new ArrayList<>();
    for (int from = 0, to; from < alphas.length; from = to) {
      to = endOfRun(from);
      Belief p = Belief.stack(beliefs.subList(from + 1, to + 1));
      Belief before = Belief.stack(beliefs.subList(from, to));
      parts.add(logitsGradient(from, p, target, before));
    }
    return Functional.append(parts);
  }

  /** The end of the modules from one on that have its loss, not too many. */
  private int endOfRun(int from) {
    int to = from + 1;
    while (to < alphas.length && to - from < TOGETHER && losses[to].equals(losses[from])) {
      to++;
    }
    return to;
  }

  /**
   * Measures one module on a batch.
   *
   * @param i the module, from 0
   * @param p its belief
   * @param target p_y
   * @param before the belief before
   * @return its numbers, none of them NaN or infinite
   * @throws DivergedException if the loss is no finite number
   */
  public Measure measure(int i, Belief p, Target target, Belief before) {
    return measuring.of(i, List.of(before, p), target).get(0);
  }

  /**
   * Measures all modules on a batch.
   *
   * @param beliefs p_0 to p_L
   * @param target p_y
   * @return the numbers of each module, none of them NaN or infinite
   * @throws DivergedException if a loss is no finite number; of several the first module's
   */
  public List<Measure> measures(List<Belief> beliefs, Target target) {
    return measures(0, beliefs, target);
  }

  /**
   * Measures neighbouring modules on a batch.
   *
   * @param first the first of them, from 0
   * @param beliefs the belief before it, and those of the modules
   * @param target p_y
   * @return as {@link #measures(List, Target)}
   * @throws DivergedException likewise
   */
  public List<Measure> measures(int first, List<Belief> beliefs, Target target) {
    int count = beliefs.size() - 1;
    List<Measure> measures = new ArrayList<>(count);
    for (int from = 0; from < count; from = measures.size()) {
      int to = Math.min(endOfRun(first + from) - first, count);
      measures.addAll(measuring.of(first + from, beliefs.subList(from, to + 1), target));
    }
    return measures;
  }

  private static Tensor mean(Tensor perSample) {
    return perSample.sum().times(1.0 / perSample.count());
  }
}
