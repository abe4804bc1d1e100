package io.github.sid4j.network;

/**
 * A layer around another: all of its tensors are the other's. What is added is the subclass's. One
 * thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public abstract class ForwardingLayer implements Layer {
  private final Layer plain;

  /**
   * Wraps a layer.
   *
   * @param plain whose tensors these are
   */
  protected ForwardingLayer(Layer plain) {
    this.plain = plain;
  }

  /**
   * The layer inside.
   *
   * @return as it was given
   */
  public final Layer plain() {
    return plain;
  }

  /**
   * The layer within all that is around it.
   *
   * @param layer wrapped any number of times, or not at all
   * @return as it was made
   */
  public static Layer innermost(Layer layer) {
    Layer inner = layer;
    while (inner instanceof ForwardingLayer forwarding) {
      inner = forwarding.plain;
    }
    return inner;
  }

  @Override
  public final Parameters parameters() {
    return plain.parameters();
  }

  @Override
  public final Parameters buffers() {
    return plain.buffers();
  }
}
