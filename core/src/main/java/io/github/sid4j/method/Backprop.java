package io.github.sid4j.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;

/**
 * Plain backpropagation of the same cascade, the authors' twin: softmaxes between the modules,
 * cross-entropy on the last belief only, gradients through everything.
 *
 * <p>For one thread at a time.
 */
public final class Backprop implements StepwiseMethod {
  private final GlobalStep step;

  /**
   * Prepares the method.
   *
   * @param cascade trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public Backprop(Cascade cascade, Objective objective, Optimizers optimizers) {
    step =
        new GlobalStep(
            cascade,
            objective,
            optimizers,
            (beliefs, target) -> crossEntropy(beliefs.get(beliefs.size() - 1), target));
  }

  /**
   * Chooses this method for a cascade whose modules all read one network.
   *
   * @param count of modules, at least 1
   * @return the choice, for {@code Training.builder()}
   */
  public static MethodChoice modules(int count) {
    return MethodChoice.named("backprop").modules(count);
  }

  /**
   * Chooses this method for a cascade of stages.
   *
   * @param count of stages, at least 1
   * @return the choice, for {@code Training.builder()}
   */
  public static MethodChoice stages(int count) {
    return MethodChoice.named("backprop").stages(count);
  }

  /**
   * Chooses this method for a network that is one classifier.
   *
   * @return the choice, for {@code Training.builder()}
   */
  public static MethodChoice whole() {
    return MethodChoice.named("backprop").whole();
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    return step.run(input, target, learningRate);
  }

  /**
   * The cross-entropy of a belief.
   *
   * @param last of a module, [B, N]
   * @param target of the batch
   * @return a scalar with a graph, in nats, mean over the batch, weighted where the target is
   */
  public static Tensor crossEntropy(Belief last, Target target) {
    return target
        .weigh(target.distribution())
        .times(last.logarithms())
        .sum()
        .times(-1.0 / target.labels().count());
  }
}
