package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.Engine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Gradients as values: nothing is accumulated in the tensors themselves. Safe for several threads,
 * each with tensors that no other changes.
 */
public final class Autograd {
  private Autograd() {}

  /** A stretch of code with the recording of gradients switched; ends with {@link #close()}. */
  public static final class Mode implements AutoCloseable {
    private final AutoGradMode guard;

    private Mode(boolean recording) {
      Engine.start();
      guard = new AutoGradMode(recording);
    }

    @Override
    public void close() {
      guard.close();
    }
  }

  /**
   * Stops the recording of gradients on this thread until the result is closed.
   *
   * @return for a try-with-resources; if it is dropped, recording stays off on this thread for good
   */
  public static Mode off() {
    return new Mode(false);
  }

  /**
   * Records gradients on this thread until the result is closed, also where a caller switched it
   * off.
   *
   * @return for a try-with-resources
   */
  public static Mode on() {
    return new Mode(true);
  }

  /**
   * The vector-Jacobian products of several outputs, summed: for each input, the sum over outputs o
   * of {@code seed_o^T d o / d input}. Frees the graph.
   *
   * @param outputs that were computed from the inputs
   * @param seeds gradients on the outputs, of their shapes
   * @param inputs leaves that require gradients
   * @return a gradient for each input, of its shape and in memory of its own; zeros for inputs that
   *     do not matter
   */
  public static List<Tensor> gradients(
      List<Tensor> outputs, List<Tensor> seeds, List<Tensor> inputs) {
    List<@Nullable Tensor> reached = reached(outputs, seeds, inputs, /* keepGraph= */ false);
    List<Tensor> gradients = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      Tensor gradient = reached.get(i);
      gradients.add(gradient == null ? inputs.get(i).zerosLike() : gradient);
    }
    return gradients;
  }

  /**
   * The gradients of one output on those inputs that it depends on, for a graph that may be asked
   * again.
   *
   * @param output computed from inputs
   * @param seed gradient on the output, of its shape
   * @param inputs leaves that require gradients
   * @param keepGraph whether the graph is to be kept for another call; else it is freed
   * @return a gradient for each input, of its shape and in memory of its own; null for inputs that
   *     do not matter
   */
  public static List<@Nullable Tensor> reached(
      Tensor output, Tensor seed, List<Tensor> inputs, boolean keepGraph) {
    return reached(List.of(output), List.of(seed), inputs, keepGraph);
  }

  private static List<@Nullable Tensor> reached(
      List<Tensor> outputs, List<Tensor> seeds, List<Tensor> inputs, boolean keepGraph) {
    TensorVector results =
        torch.grad(
            vector(outputs),
            vector(inputs),
            vector(seeds),
            new BoolOptional(keepGraph),
            /* create_graph= */ false,
            /* allow_unused= */ true);
    Set<Long> taken = new HashSet<>();
    seeds.forEach(seed -> taken.add(storage(seed.pointer())));
    List<@Nullable Tensor> gradients = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      // A copy of the handle: the one in the vector dies with the vector.
      var handle = new org.bytedeco.pytorch.Tensor(results.get(i));
      gradients.add(handle.defined() ? new Tensor(owned(handle, taken)) : null);
    }
    return gradients;
  }

  /**
   * The gradients of one output.
   *
   * @param output computed from the inputs
   * @param seed gradient on the output, of its shape
   * @param inputs leaves that require gradients
   * @return as {@link #gradients(List, List, List)}
   */
  public static List<Tensor> gradients(Tensor output, Tensor seed, List<Tensor> inputs) {
    return gradients(List.of(output), List.of(seed), inputs);
  }

  /**
   * The gradients of a loss.
   *
   * @param loss a scalar, computed from the inputs
   * @param inputs leaves that require gradients
   * @return as {@link #gradients(List, List, List)}
   */
  public static List<Tensor> gradients(Tensor loss, List<Tensor> inputs) {
    return gradients(loss, loss.factory().full(1, loss.type()), inputs);
  }

  /**
   * The backward of a sum hands one and the same tensor to all its terms, and that of a total one
   * number for every element. Gradients are clipped and added up in place: each needs its own
   * memory.
   */
  private static org.bytedeco.pytorch.Tensor owned(
      org.bytedeco.pytorch.Tensor gradient, Set<Long> taken) {
    boolean alone = taken.add(storage(gradient)) && !repeats(gradient);
    return alone ? gradient : gradient.clone();
  }

  /** Where the memory begins that a tensor is all or part of; itself where that is hidden. */
  private static long storage(org.bytedeco.pytorch.Tensor tensor) {
    if (tensor.is_lazy()) {
      return tensor.unsafeGetTensorImpl().address();
    }
    return tensor.data_ptr().address() - tensor.storage_offset() * tensor.element_size();
  }

  private static boolean repeats(org.bytedeco.pytorch.Tensor tensor) {
    for (int i = 0; i < tensor.dim(); i++) {
      if (tensor.stride(i) == 0 && tensor.size(i) > 1) {
        return true;
      }
    }
    return false;
  }

  static TensorVector vector(List<Tensor> tensors) {
    var natives = new org.bytedeco.pytorch.Tensor[tensors.size()];
    for (int i = 0; i < natives.length; i++) {
      natives[i] = tensors.get(i).pointer();
    }
    return new TensorVector(natives);
  }
}
