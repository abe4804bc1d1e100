package io.github.sid4j.jmh;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** One module's objective on a batch, beside its network. */
public class ObjectiveBenchmark extends Microbenchmark {
  @Param({"10", "100"})
  private int classes;

  private Objective objective;
  private Target target;
  private Belief before;
  private Belief belief;

  /** Makes two beliefs and a target. */
  @Setup
  public void prepare() {
    Engine.useThreads(1);
    objective = Objective.constant(Divergence.FORWARD, 0, 0.5, 1);
    target = Target.of(Numbers.labels(BATCH, classes), classes, 0, DType.FLOAT32);
    before = Belief.of(Numbers.uniform(1, BATCH, classes));
    belief = Belief.of(Numbers.uniform(2, BATCH, classes));
  }

  /**
   * What a step reports of a module.
   *
   * @return used up by the harness
   */
  @Benchmark
  public Measure measure() {
    try (Scope scope = Scope.open()) {
      return objective.measure(0, belief, target, before);
    }
  }

  /**
   * What a module is trained by.
   *
   * @param hole uses it up
   */
  @Benchmark
  public void logitsGradient(Blackhole hole) {
    try (Scope scope = Scope.open()) {
      hole.consume(objective.logitsGradient(0, belief, target, before));
    }
  }
}
