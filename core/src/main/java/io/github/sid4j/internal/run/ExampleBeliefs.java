package io.github.sid4j.internal.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of a finished run believe of some test samples: {@code beliefs.json}.
 *
 * @param dataset the data set's name
 * @param classNames the name of class c at index c
 * @param examples distributed over the classes
 */
public record ExampleBeliefs(String dataset, List<String> classNames, List<Example> examples) {
  /** Keeps copies that cannot be changed. */
  public ExampleBeliefs {
    Objects.requireNonNull(dataset, "dataset");
    classNames = List.copyOf(classNames);
    examples = List.copyOf(examples);
  }

  /**
   * One sample.
   *
   * @param index its place in the test part, from 0
   * @param label its class
   * @param png a PNG file of it, in base64; {@code null} for what is no image of one or three
   *     channels
   * @param beliefs p_0, which is uniform, to p_L, each a probability for every class
   */
  public record Example(int index, int label, @Nullable String png, List<List<Double>> beliefs) {
    /** Keeps copies that cannot be changed. */
    public Example {
      beliefs = beliefs.stream().map(List::copyOf).toList();
    }
  }
}
