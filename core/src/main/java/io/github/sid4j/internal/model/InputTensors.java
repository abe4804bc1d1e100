package io.github.sid4j.internal.model;

import io.github.sid4j.data.Batch;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.random.Rng;
import java.util.Arrays;

/** Brings what a cascade reads into native memory. */
public final class InputTensors {
  private InputTensors() {}

  /**
   * A batch as a tensor.
   *
   * @param batch of B samples
   * @param device that the cascade is on
   * @return [B, ...] with the shape of a sample
   */
  public static Tensor of(Batch batch, Device device) {
    return new TensorFactory(device).of(batch.values(), sizes(batch.size(), batch.shape()));
  }

  /**
   * The shape of a batch.
   *
   * @param samples B
   * @param shape of one
   * @return [B, ...]
   */
  public static long[] sizes(int samples, int[] shape) {
    long[] sizes = new long[shape.length + 1];
    sizes[0] = samples;
    for (int i = 0; i < shape.length; i++) {
      sizes[i + 1] = shape[i];
    }
    return sizes;
  }

  /**
   * A batch to measure with.
   *
   * @param samples B
   * @param shape of one
   * @param device that the cascade is on
   * @return numbers between -1 and 1, the same at every call
   */
  public static Tensor random(int samples, int[] shape, Device device) {
    float[] values = new float[Math.multiplyExact(samples, numbers(shape))];
    Rng rng = Rng.of(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * rng.nextDouble() - 1);
    }
    return new TensorFactory(device).of(values, sizes(samples, shape));
  }

  /**
   * How many numbers a sample of a shape has.
   *
   * @param shape of one sample
   * @return the product
   */
  public static int numbers(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
