package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.Engine;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;

/**
 * Bounds the life of tensors: those that a thread makes while its innermost scope is open are freed
 * when that scope closes, unless they were kept. Native memory is invisible to Java's collector, so
 * every step of a loop opens one.
 *
 * <pre>{@code
 * try (Scope step = Scope.open()) {
 *   Tensor loss = ...;
 *   best = step.keep(weights.copy());
 * }
 * }</pre>
 *
 * <p>A scope belongs to the thread that opened it and is closed there, in reverse order.
 */
public final class Scope implements AutoCloseable {
  private final PointerScope pointers;

  private Scope() {
    Engine.start();
    pointers = new PointerScope();
  }

  /**
   * Opens a scope on this thread.
   *
   * @return to be closed by the same thread
   */
  public static Scope open() {
    return new Scope();
  }

  /**
   * Computes in a scope of its own: what is made on the way is freed, unless gradients need it, and
   * the result is left to the scope around.
   *
   * @param given what is read; stays with its owner
   * @param computation makes a new tensor of it, or gives it back
   * @return the result
   */
  public static Tensor apply(Tensor given, UnaryOperator<Tensor> computation) {
    try (Scope scope = open()) {
      Tensor result = computation.apply(given);
      return result == given ? given : scope.leave(result);
    }
  }

  /**
   * Takes a tensor out of this scope: it lives until its own {@link Tensor#close()}, or the
   * collector finds it.
   *
   * @param tensor made within this scope
   * @return the same tensor
   */
  public Tensor keep(Tensor tensor) {
    // A scope holds a reference of its own, and the last reference that goes takes the memory.
    tensor.pointer().retainReference();
    pointers.detach(tensor.pointer());
    return tensor;
  }

  /**
   * Moves a tensor of this scope to one further out.
   *
   * @param tensor made within this scope
   * @param outer open, of any thread
   * @return the same tensor
   */
  public Tensor moveTo(Scope outer, Tensor tensor) {
    return outer.adopt(keep(tensor));
  }

  /**
   * Leaves a tensor of this scope, the innermost of its thread, to the one around it. Without one
   * it is kept.
   *
   * @param tensor made within this scope
   * @return the same tensor
   */
  public Tensor leave(Tensor tensor) {
    keep(tensor);
    Iterator<PointerScope> open = PointerScope.getScopeIterator();
    open.next(); // This one.
    if (open.hasNext()) {
      attach(open.next(), tensor);
    }
    return tensor;
  }

  /**
   * Takes over a tensor that another scope kept, also one of another thread: it is freed when this
   * scope closes.
   *
   * @param tensor not in any scope
   * @return the same tensor
   */
  public Tensor adopt(Tensor tensor) {
    attach(pointers, tensor);
    return tensor;
  }

  /** The scope's reference takes the place of the one that {@link #keep} holds. */
  private static void attach(PointerScope scope, Tensor kept) {
    scope.attach(kept.pointer());
    if (kept.pointer().referenceCount() > 1) {
      kept.pointer().releaseReference();
    }
  }

  /** Frees what was made in this scope and not kept. */
  @Override
  public void close() {
    pointers.close();
  }
}
