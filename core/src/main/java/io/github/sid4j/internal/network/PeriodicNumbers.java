package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Periodic embeddings of numbers (Gorishniy et al., NeurIPS 2022), [B, n] to [B, n d]: sine and
 * cosine of each number at learned frequencies of its own, and of these by one linear layer for all
 * numbers ("lite" there) and ReLU a vector of d.
 */
public final class PeriodicNumbers implements Layer, Composite {
  private final Tensor frequencies;
  private final Linear linear;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param numbers n
   * @param count of the frequencies of each
   * @param width d
   * @param deviation of the first frequencies
   * @param init draws the parameters
   */
  public PeriodicNumbers(int numbers, int count, int width, double deviation, Initializer init) {
    frequencies = init.truncatedNormal(deviation, numbers, count);
    linear = new Linear(2 * count, width, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    long[] shape = frequencies.shape();
    Tensor turns = x.reshape(-1, shape[0], 1).times(frequencies);
    Tensor radians = turns.times(2 * Math.PI);
    Tensor waves = Functional.concatenate(Functional.sine(radians), Functional.cosine(radians));
    Tensor vectors = Functional.relu(linear.forwardTokens(waves));
    return vectors.reshape(-1, shape[0] * linear.weight().size(0));
  }

  /**
   * The frequencies, in turns for each 1 of the number.
   *
   * @return [n, count]
   */
  public Tensor frequencies() {
    return frequencies;
  }

  /**
   * What makes a vector of sines and then cosines.
   *
   * @return from [2 count] to [d]
   */
  public Linear linear() {
    return linear;
  }

  @Override
  public Map<String, Layer> parts() {
    return Map.of("linear", linear);
  }

  @Override
  public Parameters parameters() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("frequencies", frequencies);
    all.putAll(Parameters.join(parts()).byName());
    return Parameters.of(all);
  }
}
