package io.github.sid4j.export;

import java.util.List;

/**
 * PyTorch's adaptive average pooling, which ONNX has no operator for. Place i of n averages the
 * pixels from {@code floor(i H / n)} to before {@code ceil((i + 1) H / n)} of H, so that places
 * share pixels where n does not divide H.
 */
final class Averaging {
  private Averaging() {}

  /** [C, H, W] to [C, min(H, side), min(W, side)]. */
  static Value toAtMost(int side, Value x, Graph graph) {
    int height = Math.min(x.size(1), side);
    int width = Math.min(x.size(2), side);
    if (height == x.size(1) && width == x.size(2)) {
      return x;
    }
    if (x.size(1) % height == 0 && x.size(2) % width == 0) {
      List<Integer> kernel = List.of(x.size(1) / height, x.size(2) / width);
      return graph
          .node("AveragePool")
          .input(x)
          .set("kernel_shape", kernel)
          .set("strides", kernel)
          .gives(x.size(0), height, width);
    }
    // Elsewhere as products with the places' shares of the pixels, columns first, then rows.
    Value columns =
        graph
            .node("MatMul")
            .input(x)
            .numbers(shares(x.size(2), width, true), x.size(2), width)
            .gives(x.size(0), x.size(1), width);
    return graph
        .node("MatMul")
        .numbers(shares(x.size(1), height, false), height, x.size(1))
        .input(columns)
        .gives(x.size(0), height, width);
  }

  /** A row for each place, or a column. */
  private static float[] shares(int pixels, int places, boolean columns) {
    float[] shares = new float[pixels * places];
    for (int place = 0; place < places; place++) {
      int from = place * pixels / places;
      int to = ((place + 1) * pixels + places - 1) / places;
      for (int pixel = from; pixel < to; pixel++) {
        int index = columns ? pixel * places + place : place * pixels + pixel;
        shares[index] = 1f / (to - from);
      }
    }
    return shares;
  }
}
