package io.github.sid4j.internal.suspects;

/**
 * What a search costs.
 *
 * @param folds trainings that it is made of
 * @param done of these, whose answers are there from an earlier search
 * @param samples of the training part, each held out once
 * @param seconds that the trainings still to be made will take, by the epochs of the run; not a
 *     number if the run has none
 */
public record SearchCost(int folds, int done, int samples, double seconds) {}
