package io.github.sid4j.internal.baseline.signals;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/**
 * Averages images to a coarse grid and reads it as one vector, so that a linear classifier still
 * sees where something is: [B, C, H, W] to [B, C h w] with h and w at most the grid's side.
 */
public final class GridPooling implements Layer {
  private final int side;

  /**
   * Makes the layer with the finest grid that gives at most so many numbers, or else with one cell.
   *
   * @param channels C
   * @param numbers given for each image at most
   */
  public GridPooling(int channels, int numbers) {
    side = Math.max(1, (int) Math.sqrt((double) numbers / channels));
  }

  @Override
  public Tensor forward(Tensor x) {
    return Functional.averagePool(x, side).reshape(x.size(0), -1);
  }

  /**
   * Side of the grid: what it averages to, unless the image is smaller.
   *
   * @return at least 1
   */
  public int side() {
    return side;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
