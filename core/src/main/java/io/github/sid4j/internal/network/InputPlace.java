package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Where a input is in samples of several: behind a number that is 1 where a sample has it, else 0.
 *
 * @param from the place of that number
 * @param shape of the input
 * @param tokens how many ids there are, of a text, whose next one is padding; 0 for other inputs
 */
public record InputPlace(int from, List<Integer> shape, int tokens) {
  /** Keeps a copy that cannot be changed. */
  public InputPlace {
    shape = List.copyOf(shape);
  }

  /** How many numbers the input has. */
  public int width() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** The place behind its last number. */
  public int to() {
    return from + 1 + width();
  }

  /** The shape of the input of one sample. */
  public int[] sample() {
    return shape.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The numbers of the input.
   *
   * @param samples [B, numbers of all inputs]
   * @return [B, ...] of the input's shape
   */
  public Tensor values(Tensor samples) {
    long[] sizes = new long[shape.size() + 1];
    Arrays.setAll(sizes, i -> i == 0 ? samples.size(0) : shape.get(i - 1));
    return samples.narrowLast(from + 1L, width()).reshape(sizes);
  }

  /**
   * Which samples have the input.
   *
   * @param samples [B, numbers of all inputs]
   * @return [B, 1], 1 or 0
   */
  public Tensor present(Tensor samples) {
    return samples.narrowLast(from, 1);
  }
}
