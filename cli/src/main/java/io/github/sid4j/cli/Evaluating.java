package io.github.sid4j.cli;

import io.github.sid4j.train.RunEvaluation;
import java.io.IOException;
import java.nio.file.Path;

/** What {@code sid evaluate} sets in motion. */
@FunctionalInterface
interface Evaluating {
  /**
   * Measures a finished run on its test part.
   *
   * @param run its folder
   * @param moved where its data is now; {@code null} if it is where the run read it
   * @return what came out
   * @throws IOException if the run or its data cannot be read
   */
  RunEvaluation evaluate(Path run, Path moved) throws IOException;
}
