package io.github.sid4j.bench;

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
 * @param gradients of parameters that are there at once: of all, where one call takes them; else of
 *     the trunk, or of as many modules as are updated at once, whichever is more
 */
record TensorBytes(long weights, long optimizer, long gradients) {
  static TensorBytes of(Rig rig) {
    List<Long> parts = new ArrayList<>();
    long state = 0;
    for (Optimizer part : rig.optimizers().byPart().values()) {
      parts.add(sum(part.parameters()));
      state += sum(part.state().values());
    }
    long weights = parts.stream().mapToLong(Long::longValue).sum();
    WorkerTask task = rig.task();
    if (!task.configuration().decoupled()) {
      return new TensorBytes(weights, state, weights);
    }
    long modules =
        parts.stream()
            .skip(1)
            .sorted(Comparator.reverseOrder())
            .limit(task.configuration().modulesAtOnce(parts.size() - 1, task.threads()))
            .mapToLong(Long::longValue)
            .sum();
    return new TensorBytes(weights, state, Math.max(parts.get(0), modules));
  }

  private static long sum(Collection<Tensor> tensors) {
    return tensors.stream().mapToLong(tensor -> tensor.count() * tensor.type().bytes()).sum();
  }
}
