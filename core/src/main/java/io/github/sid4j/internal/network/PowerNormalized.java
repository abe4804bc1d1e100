package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * A network, and behind it the signed square root of each feature and a factor for each sample by
 * which the mean square of its features is 1 (Perronnin, Sanchez and Mensink, ECCV 2010). A few
 * large features of a pretrained network weigh less in it, and every photo weighs the same. Its
 * tensors are those of the network, by the same names.
 */
public final class PowerNormalized implements Layer {
  /** What is added to the mean size of features, so that features of 0 stay so. */
  public static final double EPSILON = 1e-12;

  private final Layer network;

  /**
   * Puts it behind a network.
   *
   * @param network to [B, features]
   */
  public PowerNormalized(Layer network) {
    this.network = network;
  }

  /**
   * The network in front.
   *
   * @return to [B, features] as they are
   */
  public Layer network() {
    return network;
  }

  @Override
  public Tensor forward(Tensor x) {
    return normalized(network.forward(x));
  }

  /** Those of the network; the last one has the normalization. */
  @Override
  public List<Layer> pieces() {
    List<Layer> pieces = new ArrayList<>(network.pieces());
    Layer last = pieces.remove(pieces.size() - 1);
    pieces.add(last == network ? this : new PowerNormalized(last));
    return pieces;
  }

  @Override
  public Parameters parameters() {
    return network.parameters();
  }

  @Override
  public Parameters buffers() {
    return network.buffers();
  }

  private static Tensor normalized(Tensor x) {
    Tensor positive = Functional.relu(x);
    Tensor negative = Functional.relu(x.times(-1));
    Tensor size = positive.plus(negative).sumLast().times(1.0 / x.size(1));
    Tensor factor = size.inPlace().plus(EPSILON).tensor().log().times(-0.5).exp();
    return positive.sqrt().minus(negative.sqrt()).times(factor);
  }
}
