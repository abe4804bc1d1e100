package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.model.Weights;

/** The weights of a run by the words of {@code --weights}. */
final class StoredWeights {
  private StoredWeights() {}

  static Weights of(String word) {
    return switch (word) {
      case "best" -> Weights.BEST;
      case "last" -> Weights.LAST;
      default ->
          throw new InputException("--weights", "best or last", word, "correct it or leave it out");
    };
  }
}
