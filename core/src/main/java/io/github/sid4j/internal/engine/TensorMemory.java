package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The way from the internals of the engine to the memory of tensors, which the API keeps. */
public final class TensorMemory {
  private static final AtomicReference<Access> ACCESS = new AtomicReference<>();

  private TensorMemory() {}

  /** What the package of the tensors lends. */
  public interface Access {
    /** The native tensor; stays with its owner. */
    org.bytedeco.pytorch.Tensor pointer(Tensor tensor);

    /** Steps between neighbours in memory, in elements, for each dimension. */
    long[] strides(Tensor tensor);

    /**
     * A tensor whose numbers are to be written, with steps of its own.
     *
     * @param strides that leave no gap and meet no element twice
     */
    Tensor strided(DType type, long[] shape, long... strides);

    /**
     * The numbers in the order of memory.
     *
     * @param tensor without gaps
     * @return [count], on the same memory
     */
    Tensor flat(Tensor tensor);

    /** Itself if its numbers lie row by row, or else a copy that does. */
    Tensor inRows(Tensor tensor);
  }

  /** Called once, when the class of tensors is loaded. */
  public static void lend(Access access) {
    ACCESS.set(access);
  }

  static Access access() {
    Engine.start();
    Access lent = ACCESS.get();
    if (lent == null) {
      Tensor.of(new long[0], 0).close(); // Loads the class.
      lent = Objects.requireNonNull(ACCESS.get());
    }
    return lent;
  }
}
