package io.github.sid4j.internal.run;

import java.util.List;

/**
 * What the modules believe of the {@link TrackedSamples} after an epoch.
 *
 * @param epoch from 1
 * @param samples in their order
 */
public record EpochBeliefs(int epoch, List<SampleBeliefs> samples) {
  /** Keeps a copy that cannot be changed. */
  public EpochBeliefs {
    samples = List.copyOf(samples);
  }

  /**
   * What they believe of one sample.
   *
   * @param classes the sample's class, then others that the last module believes in most, the
   *     strongest first
   * @param beliefs p_0, which is uniform, to p_L: a probability for each of these classes
   */
  public record SampleBeliefs(List<Integer> classes, List<List<Double>> beliefs) {
    /** Keeps copies that cannot be changed. */
    public SampleBeliefs {
      classes = List.copyOf(classes);
      beliefs = beliefs.stream().map(List::copyOf).toList();
    }
  }
}
