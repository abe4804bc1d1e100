package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/**
 * A network for images that is not trained, and takes the features that it made of images before in
 * the place of these: a batch of vectors passes as it is.
 */
public final class KnownFeatures implements Layer {
  private static final int VECTORS = 2;

  private final FrozenLayer network;

  /**
   * Takes a network.
   *
   * @param network from images, [B, channels, height, width], to [B, features]
   */
  public KnownFeatures(FrozenLayer network) {
    this.network = network;
  }

  /**
   * What it is made of.
   *
   * @return over the same tensors
   */
  public FrozenLayer plain() {
    return network;
  }

  /**
   * Whether a batch is one of features.
   *
   * @param x what a network is to read
   * @return false for images
   */
  public static boolean are(Tensor x) {
    return x.shape().length == VECTORS;
  }

  @Override
  public Tensor forward(Tensor x) {
    return are(x) ? x : network.forward(x);
  }

  /** None. */
  @Override
  public Parameters parameters() {
    return Parameters.none();
  }

  @Override
  public Parameters buffers() {
    return network.buffers();
  }
}
