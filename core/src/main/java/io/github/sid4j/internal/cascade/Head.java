package io.github.sid4j.internal.cascade;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameterized;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a belief from a stage's features: pooled to a vector, and then by an MLP of two layers on
 * the belief before and that vector, joined in this order; or by one linear layer on the vector. It
 * is what local learning pays on top of the network, so it has to be cheap; and a stage can only be
 * as good as what its head can use.
 */
public final class Head implements Composite {
  private final Layer pooling;
  private final Layer readout;
  private final Map<String, ? extends Parameterized> layers;
  private final boolean readsBelief;

  private Head(
      Layer pooling,
      Layer readout,
      Map<String, ? extends Parameterized> layers,
      boolean readsBelief) {
    this.pooling = pooling;
    this.readout = readout;
    this.layers = layers;
    this.readsBelief = readsBelief;
  }

  /**
   * Makes a head of a readout.
   *
   * @param pooling from what the stage gives to [B, width]; with parameters of its own or without
   * @param mlp reads that vector, or the belief before and that vector, joined in this order
   * @param readsBelief which of the two
   * @return the head
   */
  public static Head of(Layer pooling, Mlp mlp, boolean readsBelief) {
    return new Head(pooling, mlp, mlp.parts(), readsBelief);
  }

  /**
   * Makes a head with drawn parameters.
   *
   * @param pooling from what the stage gives to [B, width]; with parameters of its own or without
   * @param width of what it gives
   * @param classes N
   * @param hidden width between the two layers of the MLP
   * @param init draws the MLP's parameters
   * @return the head
   */
  public static Head of(Layer pooling, int width, int classes, int hidden, Initializer init) {
    return of(pooling, new Mlp(width + classes, hidden, classes, init), true);
  }

  /**
   * Makes a head that is a linear classifier, which begins with parameters of 0 and does not look
   * at the belief before.
   *
   * @param pooling as in {@link #of}; the others likewise
   * @param width of what it gives
   * @param classes N
   * @param init makes the parameters
   * @return the head
   */
  public static Head linear(Layer pooling, int width, int classes, Initializer init) {
    Linear fc = Linear.ofZeros(width, classes, init);
    return new Head(pooling, fc, Map.of("fc", fc), false);
  }

  /**
   * What makes a vector of the stage's features.
   *
   * @return to [B, width]
   */
  public Layer pooling() {
    return pooling;
  }

  /**
   * What reads the belief from that vector.
   *
   * @return from what it reads to logits
   */
  public Layer readout() {
    return readout;
  }

  /**
   * Whether it reads the belief before, joined before the vector.
   *
   * @return false if the vector alone
   */
  public boolean readsBelief() {
    return readsBelief;
  }

  Tensor logits(Tensor before, Tensor features) {
    return logitsOfPooled(before, pooling.forward(features));
  }

  /** The same from what the pooling gives. */
  Tensor logitsOfPooled(Tensor before, Tensor pooled) {
    return readout.forward(readsBelief ? Functional.concatenate(before, pooled) : pooled);
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("pool", pooling);
    parts.putAll(layers);
    return parts;
  }
}
