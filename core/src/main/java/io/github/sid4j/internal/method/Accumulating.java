package io.github.sid4j.internal.method;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.execution.BatchPart;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * A method that gets each batch in equal parts, one after the other, with the activations of one
 * part at a time. Its {@link Optimizers} add the gradients up and take one step a batch, with their
 * mean: up to rounding the gradient of the whole batch, where losses are means over samples.
 *
 * <p>What looks at more than one sample sees the part: batch norm normalises and learns over each,
 * and a loss that compares samples compares those of one. Dropout drops others in each.
 */
public final class Accumulating implements Method {
  private final Method method;
  private final Optimizers optimizers;
  private final List<StepReport> waiting = new ArrayList<>();

  /**
   * Wraps a method.
   *
   * @param method that gets the parts; closed with this
   * @param optimizers that it updates with, and that know how many parts make a batch
   */
  public Accumulating(Method method, Optimizers optimizers) {
    this.method = method;
    this.optimizers = optimizers;
  }

  /**
   * Takes a batch in, part by part. After an error it can only be closed: some parts of the cascade
   * have got more gradients than others.
   *
   * @throws IllegalArgumentException if the batch cannot be cut into equal parts
   */
  @Override
  public List<StepReport> take(Tensor input, Target target, double learningRate) {
    int count = optimizers.accumulate();
    if (input.size(0) % count != 0) {
      throw new IllegalArgumentException(
          "a batch is cut into %s equal parts, found %s samples".formatted(count, input.size(0)));
    }
    List<StepReport> through = new ArrayList<>();
    try (Scope batch = Scope.open()) {
      List<BatchPart> parts = BatchPart.cut(input, target, count);
      for (int i = 0; i < count; i++) {
        try (Scope scope = Scope.open();
            Pass pass = Pass.current().part(i, count)) {
          through.addAll(method.take(parts.get(i).input(), parts.get(i).target(), learningRate));
        }
      }
    }
    return whole(through);
  }

  @Override
  public List<StepReport> drain() {
    return whole(method.drain());
  }

  /** The reports of whole batches; those of a batch that is not through yet wait. */
  private List<StepReport> whole(List<StepReport> through) {
    waiting.addAll(through);
    List<StepReport> whole = new ArrayList<>();
    while (waiting.size() >= optimizers.accumulate()) {
      List<StepReport> batch = waiting.subList(0, optimizers.accumulate());
      whole.add(StepReport.join(batch));
      batch.clear();
    }
    return whole;
  }

  @Override
  public void close() {
    try {
      method.close();
    } finally {
      optimizers.forget();
    }
  }
}
