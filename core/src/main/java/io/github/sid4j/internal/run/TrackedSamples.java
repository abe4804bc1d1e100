package io.github.sid4j.internal.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A few samples whose beliefs are followed while a run trains. They are never of the test part.
 *
 * @param dataset the data set's name
 * @param part of it that they are of: {@code validation}, or {@code train} where there is no
 *     validation part
 * @param classNames the name of class c at index c
 * @param samples distributed over the classes
 */
public record TrackedSamples(
    String dataset, String part, List<String> classNames, List<Sample> samples) {
  /** Keeps copies that cannot be changed. */
  public TrackedSamples {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(part, "part");
    classNames = List.copyOf(classNames);
    samples = List.copyOf(samples);
  }

  /**
   * One sample.
   *
   * @param index its place in the part, from 0
   * @param label its class
   * @param png a PNG file of it, in base64; {@code null} for what is no image of one or three
   *     channels
   */
  public record Sample(int index, int label, @Nullable String png) {}
}
