package io.github.sid4j.data;

import java.util.Objects;

/**
 * By what a person finds a sample again in the data that it was read from, whatever the parts.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param name unique in its data set: the path of an image below the data's folder, with slashes;
 *     the name of a CSV file and the line on which the row ends, as in {@code people.csv:17}; of
 *     other data the place in it, from 0
 * @param content a fingerprint of what stands at that place, in hexadecimal; empty where the name
 *     alone identifies the sample
 */
public record SampleId(String name, String content) {
  /** Refuses null, which a file may hold. */
  public SampleId {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }

  /**
   * One that its place identifies.
   *
   * @param place from 0
   * @return without a fingerprint
   */
  public static SampleId of(int place) {
    return new SampleId(Integer.toString(place), "");
  }
}
