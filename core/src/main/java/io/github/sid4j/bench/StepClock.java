package io.github.sid4j.bench;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.optim.Optimizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Where a step's time goes, as seen by the thread that takes the step. The parts of a cascade and
 * its optimizers are wrapped and tell when they are at work; what lies between is found by
 * subtraction, so that the parts of a step add up to it.
 */
final class StepClock {
  /** The stretches of a step. */
  enum Part {
    /** The trunk's layers forward. */
    TRUNK_FORWARD,
    /** The modules' layers forward; in two phases, of both. */
    MODULES_FORWARD,
    /** Beliefs, losses, measures and gradients of the modules; of a batched step all of them. */
    MODULES_BACKWARD,
    /** From the last module's update to the trunk's. */
    TRUNK_BACKWARD,
    /** The same of modules and trunk, where one call takes all gradients at once. */
    BACKWARD,
    /** Updates of parameters, as far as they are not made beside by other threads. */
    OPTIMIZER
  }

  private final Thread stepping = Thread.currentThread();
  private final Map<Part, Long> nanos = new EnumMap<>(Part.class);
  private final AtomicLong lastModuleUpdate = new AtomicLong();
  private long begun;

  /** A step begins. */
  void begin() {
    lastModuleUpdate.set(0);
    nanos.clear();
    begun = System.nanoTime();
  }

  /** The step is over: what each of its parts took. */
  Map<Part, Long> end() {
    long whole = System.nanoTime() - begun;
    long known = nanos.values().stream().mapToLong(Long::longValue).sum();
    boolean apart = nanos.containsKey(Part.TRUNK_BACKWARD);
    add(apart ? Part.MODULES_BACKWARD : Part.BACKWARD, whole - known);
    return new EnumMap<>(nanos);
  }

  <T> T time(Part part, Supplier<T> work) {
    long from = System.nanoTime();
    T result = work.get();
    add(part, System.nanoTime() - from);
    return result;
  }

  private void add(Part part, long taken) {
    // What other threads do is done beside, and the time of the step does not grow by it.
    if (Thread.currentThread() == stepping) {
      nanos.merge(part, taken, Long::sum);
    }
  }

  /** The same cascade, observed; the modules only where they are asked one by one. */
  Cascade around(Cascade cascade, boolean modulesToo) {
    return new Cascade(
        new TimedTrunk(cascade.trunk(), this),
        cascade.modules().stream()
            .map(module -> modulesToo ? new TimedModule(module, this) : module)
            .toList(),
        cascade.classes());
  }

  /** The same optimizers, observed. */
  Optimizer.Factory around(Cascade cascade, Optimizer.Factory factory) {
    List<Tensor> trunk = cascade.trunk().parameters().tensors();
    return parameters ->
        new TimedOptimizer(factory.create(parameters), parameters.tensors().equals(trunk), this);
  }

  void update(boolean ofTrunk, Runnable work) {
    long from = System.nanoTime();
    long modulesDone = lastModuleUpdate.get();
    if (ofTrunk && modulesDone > 0) {
      add(Part.TRUNK_BACKWARD, from - modulesDone);
    }
    work.run();
    long to = System.nanoTime();
    add(Part.OPTIMIZER, to - from);
    if (!ofTrunk) {
      lastModuleUpdate.accumulateAndGet(to, Math::max);
    }
  }
}
