package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two fully connected layers with ReLU between: linear(in, hidden), linear(hidden, out). As an
 * extractor it reads images too, row by row: [B, ...] of {@code in} numbers each to [B, out].
 */
public final class Mlp implements Layer, Composite {
  private final int in;
  private final Linear fc1;
  private final Linear fc2;

  /**
   * Makes the network with drawn parameters.
   *
   * @param in numbers read for each sample
   * @param hidden width between the layers
   * @param out numbers given for each sample
   * @param init draws the parameters
   */
  public Mlp(int in, int hidden, int out, Initializer init) {
    this.in = in;
    fc1 = new Linear(in, hidden, init);
    fc2 = new Linear(hidden, out, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    if (x.count() != x.size(0) * in) {
      // Cut into rows of another length they would make a batch of another size.
      throw new IllegalArgumentException(
          "an MLP expected samples of " + in + " numbers, found " + Arrays.toString(x.shape()));
    }
    return fc2.forward(fc1.forward(x.reshape(-1, in)).inPlace().relu().tensor());
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("fc1", fc1);
    parts.put("fc2", fc2);
    return parts;
  }
}
