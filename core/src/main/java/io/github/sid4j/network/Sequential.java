package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Chain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named layers, each applied to what the one before it gave. One thread at a time may train it;
 * while nobody trains, several threads may compute with it.
 */
public final class Sequential implements Layer, Composite {
  private final Map<String, Layer> layers;

  private Sequential(Map<String, Layer> layers) {
    this.layers = Collections.unmodifiableMap(layers);
  }

  /**
   * No layers yet.
   *
   * @return gives what it gets
   */
  public static Sequential empty() {
    return new Sequential(Map.of());
  }

  /**
   * These layers and one more.
   *
   * @param name another than those before; put before the names of the layer's tensors
   * @param layer reads what the last of these gives
   * @return a longer one; this stays as it is
   */
  public Sequential then(String name, Layer layer) {
    Map<String, Layer> longer = new LinkedHashMap<>(layers);
    if (longer.put(name, layer) != null) {
      throw new IllegalArgumentException("two layers are named " + name);
    }
    return new Sequential(longer);
  }

  /**
   * These layers and others.
   *
   * @param more of other names
   * @return a longer one; this stays as it is
   */
  public Sequential then(Sequential more) {
    Sequential longer = this;
    for (Map.Entry<String, Layer> layer : more.layers.entrySet()) {
      longer = longer.then(layer.getKey(), layer.getValue());
    }
    return longer;
  }

  @Override
  public Tensor forward(Tensor x) {
    return Chain.forward(layers.values(), x);
  }

  /** The layers in order, by their names. */
  @Override
  public Map<String, Layer> parts() {
    return layers;
  }
}
