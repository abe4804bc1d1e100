package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Batches;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.model.InputTensors;
import io.github.sid4j.run.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a training run leaves in memory.
 *
 * @param cascade with the weights of the last step
 * @param data the parts that the run trained, validated and tested on; with label noise its
 *     training labels are those that were given
 * @param folder of the run
 * @param result empty if the run was stopped before its end
 */
public record Trained(Cascade cascade, Splits data, Path folder, Optional<RunResult> result) {
  private static final int BATCH = 256;

  /**
   * Classifies examples with the weights of the last step.
   *
   * @param examples prepared as the training part was, for example {@code data().test()}
   * @return for each example, in order, the class that the last module believes in most, 0 to N - 1
   */
  public int[] predict(Examples examples) {
    int[] classes = new int[examples.size()];
    int done = 0;
    try (Batches batches = Batches.sequential(examples, BATCH)) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        try (Scope step = Scope.open()) {
          List<Belief> beliefs = cascade.beliefs(InputTensors.of(batch));
          Belief last = beliefs.get(beliefs.size() - 1);
          for (double index : last.probabilities().argmaxLast().toDoubles()) {
            classes[done++] = (int) index;
          }
        }
      }
    }
    return classes;
  }
}
