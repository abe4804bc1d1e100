package io.github.sid4j.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.Windows;

/** Layers without parameters. Constants, safe for several threads. */
public enum Operation implements Layer {
  /** Gives what it gets. */
  IDENTITY,

  /** The positive part. */
  RELU,

  /**
   * The positive part, written over what it gets. Only behind a layer that needs its result no
   * more, such as a convolution, batch norm, pooling or a linear layer, and never first in a block.
   */
  RELU_IN_PLACE,

  /** The part between 0 and 6, written over what it gets; only where RELU_IN_PLACE may be. */
  RELU6_IN_PLACE,

  /** The Gaussian error linear unit, see {@link Functional#gelu}. */
  GELU,

  /** The largest of each 2x2 block, [B, C, H, W] to [B, C, H/2, W/2], rounded down. */
  MAX_POOL,

  /** The largest of each 3x3 block around every second pixel, [B, C, H, W] to half, rounded up. */
  MAX_POOL_3X3,

  /** The largest number of each channel, [B, C, H, W] to [B, C]. */
  GLOBAL_MAX,

  /** The mean of each channel, [B, C, H, W] to [B, C]. */
  GLOBAL_AVERAGE,

  /** The first token, [B, T, C] to [B, C]. */
  FIRST_TOKEN;

  @Override
  public Tensor forward(Tensor x) {
    return switch (this) {
      case IDENTITY -> x;
      case RELU -> Functional.relu(x);
      case RELU_IN_PLACE -> x.inPlace().relu().tensor();
      case RELU6_IN_PLACE -> x.inPlace().relu6().tensor();
      case GELU -> Functional.gelu(x);
      case MAX_POOL -> Functional.maxPool2x2(x);
      case MAX_POOL_3X3 -> Windows.maxPool(x, 3, 2, 1);
      case GLOBAL_MAX -> Windows.globalMaxPool(x);
      case GLOBAL_AVERAGE -> Functional.globalAveragePool(x);
      case FIRST_TOKEN -> x.swapped(0, 1).row(0);
    };
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
