package io.github.sid4j.model;

import java.util.Optional;

/**
 * The network of a training and its sizes. Immutable. {@link Networks} makes one.
 *
 * @param wireName in files and flags; of an own network {@code auto}
 * @param hidden width of the hidden layers of an mlp; empty for the default
 * @param features width of what an mlp gives; empty for the default
 * @param depth blocks of a transformer; empty for the default
 * @param own makes the cascade of an own network; empty for a built-in one
 */
public record NetworkChoice(
    String wireName,
    Optional<Integer> hidden,
    Optional<Integer> features,
    Optional<Integer> depth,
    Optional<CascadeFactory> own) {
  static NetworkChoice of(String wireName) {
    return new NetworkChoice(
        wireName, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static NetworkChoice own(CascadeFactory factory) {
    return new NetworkChoice(
        "auto", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(factory));
  }
}
