package io.github.sid4j.export;

import io.github.sid4j.error.InputException;
import java.util.List;

/**
 * What is done to the levels of an image before the network reads it, {@code (level / maximum -
 * mean) / deviation} in each channel. In an exported graph it is part of the graph.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param maximum the highest level, above 0; 255 for bytes
 * @param mean of each channel, as a share of the maximum
 * @param deviation of each channel, above 0, likewise
 */
public record Preprocessing(double maximum, List<Double> mean, List<Double> deviation) {
  /** Refuses numbers that cannot be divided by. */
  public Preprocessing {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (!(maximum > 0) || deviation.stream().anyMatch(each -> !(each > 0))) {
      throw new InputException(
          "preprocessing",
          "a maximum and deviations above 0",
          maximum + " and " + deviation,
          "take those of the training data");
    }
    if (mean.size() != deviation.size()) {
      throw new InputException(
          "preprocessing",
          "as many deviations as means",
          deviation.size() + " and " + mean.size(),
          "give one of each for every channel");
    }
  }

  /** Makes sure that it fits images of a shape. */
  void check(List<Integer> sample) {
    if (sample.size() != 3 || sample.get(0) != mean.size()) {
      throw new InputException(
          "preprocessing",
          "images of %s channels".formatted(mean.size()),
          "examples of shape " + sample,
          "give a mean and a deviation for every channel");
    }
  }

  /** Puts it into a graph. */
  Value write(Value levels, Graph graph) {
    Value share = Ops.with("Div", levels, maximum, graph);
    Value centred =
        graph
            .node("Sub")
            .input(share)
            .numbers(floats(mean), 1, mean.size(), 1, 1)
            .gives(levels.sample());
    return graph
        .node("Div")
        .input(centred)
        .numbers(floats(deviation), 1, mean.size(), 1, 1)
        .gives(levels.sample());
  }

  /** The same done to levels here, of images one after the other. */
  float[] apply(float[] levels, List<Integer> sample) {
    int pixels = sample.get(1) * sample.get(2);
    float[] values = new float[levels.length];
    for (int i = 0; i < levels.length; i++) {
      int channel = i / pixels % mean.size();
      values[i] = (float) ((levels[i] / maximum - mean.get(channel)) / deviation.get(channel));
    }
    return values;
  }

  private static float[] floats(List<Double> numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).floatValue();
    }
    return floats;
  }
}
