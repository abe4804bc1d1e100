package io.github.sid4j.internal.bench;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.random.Rng;
import io.github.sid4j.settings.Settings;

/** A cascade with a method to train it and one batch, over and over. */
final class StepFixture implements AutoCloseable {
  private static final long DATA = 0x6265_6E63_6800L;

  private final Settings settings;
  private final WorkerTask task;
  private final TrainingComponents components;
  private final Cascade plain;
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;
  private final Method method;
  private final Tensor input;
  private final int[] labels;

  StepFixture(WorkerTask task) {
    this.task = task;
    Workload workload = task.workload();
    settings = task.settings();
    components = new TrainingComponents(settings);
    int[] shape = workload.image().stream().mapToInt(Integer::intValue).toArray();
    plain =
        Cascades.create(
            settings,
            shape,
            workload.classes(),
            new Initializer(settings.get(RunSetting.SEED), DType.FLOAT32));
    cascade = plain.in(precision());
    objective = components.objective(cascade.depth());
    optimizers = components.optimizers(cascade);
    method = components.method(cascade, objective, optimizers);
    Rng rng = Rng.of(settings.get(RunSetting.SEED), DATA);
    float[] values = new float[workload.batch() * shape[0] * shape[1] * shape[2]];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * rng.nextDouble() - 1);
    }
    labels = new int[workload.batch()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rng.nextInt(workload.classes());
    }
    input = Tensor.of(values, labels.length, shape[0], shape[1], shape[2]);
  }

  private Precision precision() {
    return Precision.of(task.configuration().precision());
  }

  WorkerTask task() {
    return task;
  }

  Cascade cascade() {
    return cascade;
  }

  /** The operations of a step, counted now. */
  long flops() {
    Workload workload = task.workload();
    // Losses that reach further back need the gradients of every stage's input but the first's.
    boolean cut = task.configuration().decoupled() && settings.get(TrainingSetting.OVERLAP) == 1;
    return Flops.ofStep(plain, workload.image(), workload.batch(), cut);
  }

  Optimizers optimizers() {
    return optimizers;
  }

  /** One step as training takes it, but for the batch, which is there. */
  void step() {
    step(method);
  }

  /** The same with another method over this cascade's parameters. */
  void step(Method other) {
    take(other);
    other.drain();
  }

  /** Several steps, of which as many are under way at once as the method has it. */
  void steps(int count) {
    for (int i = 0; i < count; i++) {
      take(method);
    }
    method.drain();
  }

  private void take(Method taker) {
    try (Scope step = Scope.open();
        Pass training = Pass.training(settings.get(RunSetting.SEED), 0)) {
      Target target =
          Target.of(labels, cascade.classes(), objective.labelSmoothing(), DType.FLOAT32);
      taker.take(input, target, settings.get(TrainingSetting.LR));
    }
  }

  /** The same method over the same parameters, whose parts report their work to an observer. */
  Method observed(Observer observer) {
    Cascade observed = observer.around(plain, !task.configuration().batched()).in(precision());
    Optimizers timed =
        components.optimizers(observed, factory -> observer.around(observed, factory));
    return components.method(observed, objective, timed);
  }

  @Override
  public void close() {
    method.close();
  }
}
