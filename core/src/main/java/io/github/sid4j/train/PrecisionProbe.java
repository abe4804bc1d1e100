package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.execution.SinglePass;
import io.github.sid4j.model.InputTensors;
import io.github.sid4j.network.Pass;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which precision is faster for the network at hand, by taking the gradients of a random
 * batch in both. Nothing is updated. A CPU is not asked for its name: what its instructions are
 * worth depends on the network, the threads and the native library, too.
 */
final class PrecisionProbe {
  private static final Logger LOG = LoggerFactory.getLogger(PrecisionProbe.class);

  // A few samples suffice to tell, also where bfloat16 has to be emulated and is many times slower.
  private static final int BATCH = 16;
  private static final int ROUNDS = 5;
  private static final long BUDGET_NANOS = 1_000_000_000L;

  /** What bfloat16 has to save before its rounding is taken into the bargain. */
  private static final double WORTHWHILE = 0.85;

  private final Cascade cascade;
  private final Objective objective;
  private final Tensor input;
  private final Target target;

  private PrecisionProbe(Cascade cascade, Objective objective, Tensor input, Target target) {
    this.cascade = cascade;
    this.objective = objective;
    this.input = input;
    this.target = target;
  }

  /**
   * Measures both precisions.
   *
   * @param cascade as it was made
   * @param objective of its modules
   * @param shape of one example
   * @param batch samples that go through the network together in the run
   */
  static PrecisionChoice choose(Cascade cascade, Objective objective, int[] shape, int batch) {
    try (Scope scope = Scope.open()) {
      int samples = Math.min(batch, BATCH);
      Target target = BatchTargets.of(new int[samples], cascade.classes(), objective);
      return new PrecisionProbe(cascade, objective, InputTensors.random(samples, shape), target)
          .choose();
    } catch (RuntimeException e) {
      // A network of one's own may not read such numbers, or not compute in bfloat16.
      LOG.debug("the precision could not be measured", e);
      return PrecisionChoice.named(Precision.FP32.label());
    }
  }

  private PrecisionChoice choose() {
    Map<Precision, List<Double>> times = new EnumMap<>(Precision.class);
    long begun = System.nanoTime();
    for (Precision precision : Precision.values()) {
      step(precision); // Kernels are made at their first use.
      times.put(precision, new ArrayList<>());
    }
    // In turns, so that what else the machine does falls on both.
    for (int i = 0; i < ROUNDS && (i == 0 || System.nanoTime() - begun < BUDGET_NANOS); i++) {
      times.forEach((precision, list) -> list.add(step(precision)));
    }
    Map<Precision, Double> medians = new EnumMap<>(Precision.class);
    times.forEach((precision, list) -> medians.put(precision, median(list)));
    boolean faster = medians.get(Precision.BF16) < WORTHWHILE * medians.get(Precision.FP32);
    return new PrecisionChoice(faster ? Precision.BF16 : Precision.FP32, medians);
  }

  private double step(Precision precision) {
    long begun = System.nanoTime();
    try (Pass training = Pass.training(0, 0);
        Pass teaching = Pass.teaching();
        Execution execution = new SinglePass()) {
      execution.run(cascade.in(precision), objective, input, target, new Discarded());
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Takes gradients and does nothing with them. */
  private static final class Discarded implements Execution.Updates {
    @Override
    public void module(int index, List<Tensor> gradients) {}

    @Override
    public void trunk(List<Tensor> gradients) {}
  }
}
