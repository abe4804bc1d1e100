package io.github.sid4j.internal.bench;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.optim.Optimizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The bytes that a method holds by its definition, counted from its tensors.
 *
 * @param weights of all parameters
 * @param optimizer of what the optimizers remember
 * @param gradients of parameters that are there at once: of all, where one call takes them, and in
 *     each share of a batch; else of the extractor, or of as many modules as are updated at once,
 *     whichever is more; and beside these the sums of all, where a batch is cut into parts
 */
record TensorBytes(long weights, long optimizer, long gradients) {
  static TensorBytes of(StepFixture fixture) {
    List<Long> parts = new ArrayList<>();
    long state = 0;
    for (Optimizer part : fixture.optimizers().byPart().values()) {
      parts.add(sum(part.state().parameters()));
      state += sum(part.state().tensors().values());
    }
    long weights = parts.stream().mapToLong(Long::longValue).sum();
    long sums = fixture.optimizers().accumulate() > 1 ? weights : 0;
    return new TensorBytes(weights, state, sums + atOnce(fixture.task(), parts, weights));
  }

  private static long atOnce(WorkerTask task, List<Long> parts, long weights) {
    if (!task.configuration().decoupled()) {
      return weights;
    }
    if (task.configuration().inShares()) {
      return weights * Math.min(task.threads(), task.workload().batch());
    }
    long modules =
        parts.stream()
            .skip(1)
            .sorted(Comparator.reverseOrder())
            .limit(task.configuration().modulesAtOnce(parts.size() - 1, task.threads()))
            .mapToLong(Long::longValue)
            .sum();
    return Math.max(parts.get(0), modules);
  }

  private static long sum(Collection<Tensor> tensors) {
    return tensors.stream().mapToLong(tensor -> tensor.count() * tensor.type().bytes()).sum();
  }
}
