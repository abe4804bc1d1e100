package io.github.sid4j.internal.run;

import java.util.List;
import java.util.Objects;

/**
 * What the modules of a training without a fold believe of the samples of that fold: {@code
 * suspects/fold-1.json}.
 *
 * @param key of the settings, the data and the folds that it was made with
 * @param seconds that the training and the answers took
 * @param samples of the fold
 */
public record OutOfFold(String key, double seconds, List<Sample> samples) {
  /** Keeps copies that cannot be changed. */
  public OutOfFold {
    Objects.requireNonNull(key, "key");
    samples = AsRead.list(samples);
  }

  /**
   * A sample.
   *
   * @param place in the training part of the run, from 0
   * @param suggested the class that the modules together believe in most
   * @param labelBelief of the modules together in the label
   * @param suggestedBelief of the modules together in the suggested class
   * @param modules those that were trained to answer, in order of depth
   */
  public record Sample(
      int place,
      int suggested,
      double labelBelief,
      double suggestedBelief,
      List<ModuleBelief> modules) {
    /** Keeps copies that cannot be changed. */
    public Sample {
      modules = AsRead.list(modules);
    }
  }

  /**
   * A module's belief.
   *
   * @param index place of the module in the cascade, from 1
   * @param answer the class that it believes in most
   * @param label its belief in the label
   * @param suggested its belief in the suggested class
   */
  public record ModuleBelief(int index, int answer, double label, double suggested) {}
}
