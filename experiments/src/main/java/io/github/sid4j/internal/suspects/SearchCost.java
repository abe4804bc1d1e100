package io.github.sid4j.internal.suspects;

/**
 * What a search costs.
 *
 * @param folds that the training part is dealt to
 * @param trainings that it is made of, one for each fold in each round
 * @param done of these, whose answers are there from an earlier search
 * @param samples of the training part, each held out once in a round
 * @param seconds that the trainings still to be made will take, by the epochs of the run; not a
 *     number if the run has none
 */
public record SearchCost(int folds, int trainings, int done, int samples, double seconds) {}
