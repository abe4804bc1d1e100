package io.github.sid4j.data;

/**
 * The parts of a dataset, prepared with what was learned from the first one alone.
 *
 * @param train to learn from
 * @param validation taken off the training data, to choose by; may be empty
 * @param test to report on
 */
public record Splits(Examples train, Examples validation, Examples test) {}
