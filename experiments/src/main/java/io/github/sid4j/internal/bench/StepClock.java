package io.github.sid4j.internal.bench;

import io.github.sid4j.engine.Tensor;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Where a step's time goes, as seen by the thread that takes the step. The parts of a cascade and
 * its optimizers report when they are at work; what lies between is found by subtraction, so that
 * the parts of a step add up to it.
 */
final class StepClock implements Observer {
  /** The stretches of a step. */
  enum Part {
    /** The extractor's layers forward. */
    EXTRACTOR_FORWARD,
    /** The modules' layers forward; in two phases, of both. */
    MODULES_FORWARD,
    /** Beliefs, losses, measures and gradients of the modules; of a batched step all of them. */
    MODULES_BACKWARD,
    /** From the last module's update to the extractor's. */
    EXTRACTOR_BACKWARD,
    /** The same of modules and extractor, where one call takes all gradients at once. */
    BACKWARD,
    /** Updates of parameters, as far as they are not made beside by other threads. */
    OPTIMIZER
  }

  private final boolean decoupled;
  private final Thread stepping = Thread.currentThread();
  private final Map<Part, Long> nanos = new EnumMap<>(Part.class);
  private final AtomicLong lastModuleUpdate = new AtomicLong();
  private long begun;

  /**
   * Made by the thread that will take the steps.
   *
   * @param decoupled whether modules have gradients of their own
   */
  StepClock(boolean decoupled) {
    this.decoupled = decoupled;
  }

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
    add(decoupled ? Part.MODULES_BACKWARD : Part.BACKWARD, whole - known);
    return new EnumMap<>(nanos);
  }

  @Override
  public Tensor forward(int part, Supplier<Tensor> work) {
    long from = System.nanoTime();
    Tensor result = work.get();
    add(
        part == EXTRACTOR ? Part.EXTRACTOR_FORWARD : Part.MODULES_FORWARD,
        System.nanoTime() - from);
    return result;
  }

  private void add(Part part, long taken) {
    // What other threads do is done beside, and the time of the step does not grow by it.
    if (Thread.currentThread() == stepping) {
      nanos.merge(part, taken, Long::sum);
    }
  }

  @Override
  public void update(int part, Runnable work) {
    long from = System.nanoTime();
    long modulesDone = lastModuleUpdate.get();
    if (decoupled && part == EXTRACTOR && modulesDone > 0) {
      add(Part.EXTRACTOR_BACKWARD, from - modulesDone);
    }
    work.run();
    long to = System.nanoTime();
    add(Part.OPTIMIZER, to - from);
    if (part != EXTRACTOR) {
      lastModuleUpdate.accumulateAndGet(to, Math::max);
    }
  }
}
