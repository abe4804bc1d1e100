package io.github.sid4j.data;

import java.util.List;

/**
 * The parts of a dataset, prepared with what was learned from the first one alone.
 *
 * <p>Safe for several threads that only read.
 *
 * @param train to learn from
 * @param validation taken off the training data, to choose by; may be empty
 * @param test to report on
 */
public record Splits(Examples train, Examples validation, Examples test) {
  /**
   * The same parts with noisy labels in the training part. The others keep theirs: what a run is
   * chosen and judged by is true.
   *
   * @param noise in which way labels are wrong
   * @param rate probability that a training example gets another label, 0 to 1; with 0 nothing
   *     changes
   * @param classNames the name of class c at index c, at least 2
   * @param seed decides with an example's place which label it gets
   * @return with a training part that knows the true labels, too
   */
  public Splits withNoise(LabelNoise noise, double rate, List<String> classNames, long seed) {
    return rate == 0
        ? this
        : new Splits(new NoisyExamples(train, noise, rate, classNames, seed), validation, test);
  }

  /**
   * These parts with some examples of others to learn from and to choose by; the test part stays.
   *
   * @param others of the same shape and classes, prepared alike
   * @param share of each class's examples to take, above 0 and at most 1
   * @param seed decides which
   * @return with longer training and validation parts
   */
  public Splits with(Splits others, double share, long seed) {
    return new Splits(
        MixedExamples.of(train, others.train, share, seed),
        MixedExamples.of(validation, others.validation, share, seed),
        test);
  }
}
