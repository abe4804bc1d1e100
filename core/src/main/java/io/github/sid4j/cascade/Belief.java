package io.github.sid4j.cascade;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import java.util.List;

/**
 * A probability vector for each sample of a batch. The logarithms are kept beside the
 * probabilities, because a probability that has underflowed to zero no longer has one.
 *
 * <p>Immutable as long as nobody changes its tensors; safe for several threads then.
 *
 * @param probabilities [..., B, N], rows sum to 1
 * @param logarithms [..., B, N], finite
 */
public record Belief(Tensor probabilities, Tensor logarithms) {
  /**
   * The belief that a module's output stands for.
   *
   * @param logits [..., B, N]
   * @return their softmax; with gradients if the logits have them
   */
  public static Belief of(Tensor logits) {
    return new Belief(Functional.softmax(logits), Functional.logSoftmax(logits));
  }

  /**
   * Every class alike.
   *
   * @param factory makes the tensors
   * @param batch B
   * @param classes N
   * @param type of the numbers
   * @return each entry 1/N
   */
  public static Belief uniform(TensorFactory factory, long batch, int classes, DType type) {
    return new Belief(
        factory.full(1.0 / classes, type, batch, classes),
        factory.full(-Math.log(classes), type, batch, classes));
  }

  /**
   * Beliefs of several modules as one.
   *
   * @param parts each [B, N], at least one
   * @return [number of parts, B, N]
   */
  public static Belief stack(List<Belief> parts) {
    return new Belief(
        Functional.stack(parts.stream().map(Belief::probabilities).toList()),
        Functional.stack(parts.stream().map(Belief::logarithms).toList()));
  }

  /**
   * The probabilities as numbers of Java.
   *
   * @return a copy, row by row
   */
  public double[] toDoubles() {
    return probabilities.toDoubles();
  }

  /**
   * Some of several modules' beliefs.
   *
   * @param from the first of them, from 0
   * @param count how many
   * @return [count, B, N] of [number of modules, B, N], on the same memory
   */
  public Belief part(long from, long count) {
    return new Belief(probabilities.narrowFirst(from, count), logarithms.narrowFirst(from, count));
  }

  /**
   * Moves both tensors from one scope to one further out.
   *
   * @param from the scope they were made in
   * @param to where they are to live
   * @return itself
   */
  public Belief move(Scope from, Scope to) {
    from.moveTo(to, probabilities);
    from.moveTo(to, logarithms);
    return this;
  }

  /**
   * Leaves this belief to the scope around one that is about to close.
   *
   * @param scope in which it was computed, the innermost
   * @return this
   */
  Belief leave(Scope scope) {
    scope.leave(probabilities);
    scope.leave(logarithms);
    return this;
  }
}
