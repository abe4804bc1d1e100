package io.github.sid4j.cli;

import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.ModuleResult;
import java.util.List;

/**
 * A run measured again.
 *
 * @param dataset the data set's name
 * @param testSize samples of the test part
 * @param testAccuracy of the last module, as fractions
 * @param modules on the test part, in order of depth
 */
record Evaluation(
    String dataset, int testSize, Accuracies testAccuracy, List<ModuleResult> modules) {
  Evaluation {
    modules = List.copyOf(modules);
  }
}
