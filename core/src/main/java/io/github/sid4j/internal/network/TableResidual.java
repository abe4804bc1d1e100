package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Dropout;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.Map;

/**
 * A residual block for tables (Gorishniy et al., NeurIPS 2021, with layer norm in place of batch
 * norm), [B, width] to [B, width]: {@code x + fc2(dropout(relu(fc1(norm(x)))))}, twice as wide
 * between the two.
 */
public final class TableResidual implements Layer, Composite {
  private static final int WIDENING = 2;

  private final Sequential residual;

  /**
   * Makes the block with drawn parameters.
   *
   * @param width of a row
   * @param dropout probability at which a number is left out in training
   * @param init draws the parameters
   */
  public TableResidual(int width, double dropout, Initializer init) {
    residual =
        Sequential.empty()
            .then("norm", new LayerNorm(width, init))
            .then("fc1", new Linear(width, WIDENING * width, init))
            .then("relu", Operation.RELU_IN_PLACE)
            .then("dropout", new Dropout(dropout, init))
            .then("fc2", new Linear(WIDENING * width, width, init));
  }

  /** Multiplications for each row. */
  static double cost(int width) {
    return 2.0 * WIDENING * width * width;
  }

  @Override
  public Tensor forward(Tensor x) {
    return Scope.apply(x, read -> read.plus(residual.forward(read)));
  }

  /**
   * What is added to the input.
   *
   * @return from [B, width] to [B, width]
   */
  public Layer residual() {
    return residual;
  }

  @Override
  public Map<String, Layer> parts() {
    return residual.parts();
  }
}
