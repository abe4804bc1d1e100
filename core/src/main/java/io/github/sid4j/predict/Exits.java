package io.github.sid4j.predict;

import io.github.sid4j.model.StoredModel;
import java.util.List;

/**
 * How sure a cascade has to be, and how its probabilities are meant.
 *
 * @param rule when to stop early
 * @param temperatures of each module; empty for 1
 */
record Exits(ExitRule rule, List<Double> temperatures) {
  /** By the options, or else by what is stored with the model. */
  static Exits of(StoredModel model, ClassifierOptions options) {
    return new Exits(options.exit() == null ? ExitRule.NEVER : options.exit(), List.of());
  }
}
