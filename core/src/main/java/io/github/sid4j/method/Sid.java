package io.github.sid4j.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.method.LocalUpdates;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * Synergistic Information Distillation (arXiv 2510.03273): every module is updated by its own loss
 * alone, the extractor by the sum of the gradients of those that read it.
 *
 * <p>For one thread at a time.
 */
public final class Sid implements StepwiseMethod {
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;
  private final Execution execution;

  /**
   * Prepares the method.
   *
   * @param cascade trained in place
   * @param objective of its modules
   * @param optimizers of its parts
   * @param execution how a step is carried out; closed with this
   */
  public Sid(Cascade cascade, Objective objective, Optimizers optimizers, Execution execution) {
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
    this.execution = execution;
  }

  /**
   * Chooses this method for modules that all read one network.
   *
   * @param count of modules, at least 1
   * @return the choice, for {@code Training.builder()}
   */
  public static MethodChoice modules(int count) {
    return MethodChoice.named("sid").modules(count);
  }

  /**
   * Chooses this method for a network that is cut into stages, one for each module.
   *
   * @param count of stages, at least 1
   * @return the choice, for {@code Training.builder()}
   */
  public static MethodChoice stages(int count) {
    return MethodChoice.named("sid").stages(count);
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    return report(
        execution.run(
            cascade, objective, input, target, new LocalUpdates(optimizers, learningRate)),
        target.labels().count());
  }

  /** The loss of SID is the sum of its modules' losses. */
  public static StepReport report(List<Measure> measures, long samples) {
    return new StepReport(measures.stream().mapToDouble(Measure::loss).sum(), samples, measures);
  }

  @Override
  public void close() {
    execution.close();
  }
}
