package io.github.sid4j.internal.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.execution.Pipeline;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.Sid;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * {@link Sid} with a batch in each stage at the same time: stage k works on one batch while stage k
 * + 1 works on the batch before. Since a stage needs nothing but the forward values of the stage
 * before it, this computes what the steps one after the other compute, bit for bit.
 */
public final class PipelinedSid implements Method {
  private final Optimizers optimizers;
  private final Pipeline pipeline;

  /**
   * Prepares the method and starts its stages.
   *
   * @param cascade trained in place
   * @param objective of its modules
   * @param optimizers of its parts
   * @param threads that the operations of each of its {@link Pipeline#stages} may use, at least 1
   */
  public PipelinedSid(
      Cascade cascade, Objective objective, Optimizers optimizers, List<Integer> threads) {
    this.optimizers = optimizers;
    pipeline = new Pipeline(cascade, objective, threads);
  }

  @Override
  public List<StepReport> take(Tensor input, Target target, double learningRate) {
    return reports(pipeline.submit(input, target, new LocalUpdates(optimizers, learningRate)));
  }

  @Override
  public List<StepReport> drain() {
    return reports(pipeline.drain());
  }

  /** Of the batches that are through all stages. */
  static List<StepReport> reports(List<Pipeline.Done> done) {
    return done.stream().map(one -> Sid.report(one.measures(), one.samples())).toList();
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
