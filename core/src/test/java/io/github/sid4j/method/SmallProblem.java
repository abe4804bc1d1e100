package io.github.sid4j.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.method.Accumulating;
import io.github.sid4j.internal.method.DeepSupervision;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.RecordingOptimizer;
import io.github.sid4j.testkit.SmallCascade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A small cascade in double precision with a batch to learn, and the gradients methods find. */
public record SmallProblem(
    SmallCascade kind, Cascade cascade, Objective objective, Tensor input, Target target) {
  /** What module i is given in a step: the teacher belief and the features before it. */
  public record Given(Belief before, Tensor features) {}

  public static SmallProblem of(SmallCascade kind, Divergence divergence, long seed) {
    // Small work is slower on several threads, most of all when the cores are taken.
    Engine.useThreads(1);
    Draw draw = new Draw(seed);
    Objective objective =
        new Objective(divergence, divergence == Divergence.REVERSE ? 0.1 : 0, 0.8, 0.5, 0.3);
    return new SmallProblem(
        kind,
        kind.create(seed, DType.FLOAT64),
        objective,
        kind.input(draw, 4, DType.FLOAT64),
        draw.target(4, SmallCascade.CLASSES, objective.labelSmoothing(), DType.FLOAT64));
  }

  SmallProblem withObjective(Objective other) {
    return new SmallProblem(kind, cascade, other, input, target);
  }

  /** The gradients of one step, by the names of the cascade's parameters. */
  public Map<String, double[]> gradients(Function<Optimizers, Method> method) {
    Optimizers recorders = new Optimizers(cascade, RecordingOptimizer::new, 0);
    try (Method made = method.apply(recorders)) {
      made.take(input, target, 1);
    }
    return RecordingOptimizer.gradients(recorders);
  }

  /** The same when the batch is cut into parts, with the step's report. */
  public Map<String, double[]> gradientsOfParts(
      int accumulate, double clip, List<StepReport> reports, Function<Optimizers, Method> method) {
    Optimizers recorders =
        new Optimizers(cascade, RecordingOptimizer::new, RecordingOptimizer::new, clip, accumulate);
    try (Method made = new Accumulating(method.apply(recorders), recorders)) {
      reports.addAll(made.take(input, target, 1));
      reports.addAll(made.drain());
    }
    return RecordingOptimizer.gradients(recorders);
  }

  public Map<String, double[]> sid() {
    return gradients(optimizers -> new Sid(cascade, objective, optimizers, new SinglePass()));
  }

  Map<String, double[]> deepSupervision() {
    return gradients(optimizers -> new DeepSupervision(cascade, objective, optimizers));
  }

  Map<String, double[]> backprop() {
    return gradients(optimizers -> new Backprop(cascade, objective, optimizers));
  }

  /** What every module is given, as constants. */
  public List<Given> teachers() {
    try (Autograd.Mode off = Autograd.off()) {
      List<Given> teachers = new ArrayList<>();
      Tensor h = cascade.extractor().forward(input);
      Belief p = cascade.firstBelief(h);
      for (BeliefModule module : cascade.modules()) {
        teachers.add(new Given(p, h));
        h = module.advance(h);
        p = Belief.of(module.logits(p.probabilities(), h));
      }
      return teachers;
    }
  }

  /** Module i's local loss, as a function of its own parameters and of these features. */
  Tensor localLoss(int i, Belief before, Tensor features) {
    BeliefModule module = cascade.modules().get(i);
    Tensor logits = module.logits(before.probabilities(), module.advance(features));
    return objective.loss(i, Belief.of(logits), target, before);
  }
}
