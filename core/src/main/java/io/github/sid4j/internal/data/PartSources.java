package io.github.sid4j.internal.data;

import io.github.sid4j.data.DataFact;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of the user's data come from.
 *
 * @param training a file or folder
 * @param validation {@code null} if it is taken off the training part
 * @param test {@code null} if it is taken off the training part
 * @param rules how it is then taken
 */
public record PartSources(
    Path training, @Nullable Path validation, @Nullable Path test, PartRules rules) {
  /** To be shown at the start of a run. */
  public DataFact fact() {
    StringBuilder text = new StringBuilder("training from ").append(training);
    if (validation != null) {
      text.append(", validation from ").append(validation);
    }
    if (test != null) {
      text.append(", test from ").append(test);
    } else if (rules.folds() > 0) {
      text.append(", test taken from the training part: fold ")
          .append(rules.fold() + 1)
          .append(" of ")
          .append(rules.folds());
    } else {
      text.append(", test taken from the training part: test-fraction ")
          .append(rules.testFraction())
          .append(rules.timeColumn().isPresent() ? ", the latest" : " of each class");
    }
    return new DataFact("parts", text.toString());
  }
}
