package io.github.sid4j.internal.network;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.network.Initializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The size of a network that is not there: {@link Initializer#counting} makes tensors of it that
 * take no memory. Closed after use, with the network that was made of them.
 */
public final class NumberCount implements AutoCloseable {
  private final long most;
  private final long mostOfTensor;
  private final List<Tensor> made = new ArrayList<>();
  private long numbers;

  /**
   * Begins to count.
   *
   * @param most numbers of all tensors together
   * @param mostOfTensor numbers of one tensor
   */
  public NumberCount(long most, long mostOfTensor) {
    this.most = most;
    this.mostOfTensor = mostOfTensor;
  }

  /** A network has more numbers than can be kept. */
  public static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean ofTensor;

    private TooManyException(boolean ofTensor, String message) {
      super(message);
      this.ofTensor = ofTensor;
    }

    /**
     * Which limit was passed.
     *
     * @return whether that of one tensor
     */
    public boolean ofTensor() {
      return ofTensor;
    }
  }

  /**
   * How many numbers there are so far.
   *
   * @return of parameters and buffers
   */
  public long numbers() {
    return numbers;
  }

  public Tensor add(double value, long... shape) {
    // In double, where no product overflows.
    double size = Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    if (size > mostOfTensor) {
      throw new TooManyException(true, "a tensor of shape " + Arrays.toString(shape));
    }
    numbers += (long) size;
    if (numbers > most) {
      throw new TooManyException(false, "a larger one");
    }
    try (Scope making = Scope.open()) {
      Tensor tensor = making.keep(TensorFactory.CPU.shown(value, DType.FLOAT32, shape));
      made.add(tensor);
      return tensor;
    }
  }

  /** Frees the tensors. */
  @Override
  public void close() {
    made.forEach(Tensor::close);
  }
}
