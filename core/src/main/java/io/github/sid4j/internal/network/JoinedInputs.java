package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of all inputs of a sample, joined: late fusion. Those of a input that a sample lacks
 * are zeros.
 */
public final class JoinedInputs implements Layer, Composite {
  private final List<Input> inputs;

  /**
   * A input and what reads it.
   *
   * @param place of it in a sample
   * @param network from the input to a vector
   */
  public record Input(InputPlace place, Layer network) {}

  /**
   * Joins inputs.
   *
   * @param inputs in order, at least one
   */
  public JoinedInputs(List<Input> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  /** The inputs, in their order. */
  public List<Input> inputs() {
    return inputs;
  }

  @Override
  public Tensor forward(Tensor x) {
    return Functional.concatenate(
        inputs.stream()
            .map(
                input ->
                    input
                        .network
                        .forward(input.place.values(x))
                        .widened()
                        .times(input.place.present(x)))
            .toArray(Tensor[]::new));
  }

  /** The networks as {@code input1}, {@code input2} and so on. */
  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      parts.put("input" + (i + 1), inputs.get(i).network);
    }
    return parts;
  }
}
