package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;
import java.util.Arrays;

/**
 * Reads samples of any shape row by row: [B, ...] of {@code numbers} each to [B, numbers]. One
 * thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public final class Flatten implements Layer {
  private final int numbers;

  /**
   * Makes the layer.
   *
   * @param numbers of a sample
   */
  public Flatten(int numbers) {
    this.numbers = numbers;
  }

  @Override
  public Tensor forward(Tensor x) {
    if (x.count() != x.size(0) * numbers) {
      // Cut into rows of another length they would make a batch of another size.
      throw new IllegalArgumentException(
          "an MLP expected samples of "
              + numbers
              + " numbers, found "
              + Arrays.toString(x.shape()));
    }
    return x.reshape(-1, numbers);
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
