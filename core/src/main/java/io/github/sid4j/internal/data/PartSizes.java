package io.github.sid4j.internal.data;

import org.jspecify.annotations.Nullable;

/**
 * How many examples of each part lie one behind the other in a store.
 *
 * @param training the first ones
 * @param test the next ones; {@code null} if the test part is taken off the training part
 * @param validation the last ones; {@code null} if that part is taken off the training part
 */
public record PartSizes(int training, @Nullable Integer test, @Nullable Integer validation) {
  int ofTest() {
    return test == null ? 0 : test;
  }

  int ofValidation() {
    return validation == null ? 0 : validation;
  }
}
