package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;
import java.util.Map;

/**
 * A part of a backbone, from one cut to the next: reads what the stage before it gives, the first
 * one the input.
 *
 * <p>Immutable but for the tensors of its layers, which one thread at a time may train.
 *
 * @param layers of the stage, under their names in the backbone
 * @param width channels of what it gives, once that is pooled
 * @param pooling from what it gives to [B, width]; without parameters
 * @param firstBlock the block of the backbone that it begins with, counted from 0
 * @param cost of its blocks, added up
 */
public record Stage(Sequential layers, int width, Layer pooling, int firstBlock, double cost)
    implements Layer, Composite {
  /** As the next stage reads it: not pooled. */
  @Override
  public Tensor forward(Tensor x) {
    return layers.forward(x);
  }

  @Override
  public Map<String, Layer> parts() {
    return layers.parts();
  }
}
