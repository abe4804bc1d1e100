package io.github.sid4j.run;

import io.github.sid4j.internal.run.OptionalField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a finished run: {@code result.json}.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param method the training method's name, for example {@code sid}
 * @param dataset the data set's name
 * @param seed of the run
 * @param parameters number of trained values
 * @param epochs of the run
 * @param bestEpoch the epoch with the highest validation accuracy, the first of equals
 * @param validationAccuracy of those two epochs
 * @param testAccuracy measured once, after training, with both sets of weights
 * @param modules on the test part; of a method that trains the last one alone to answer, the
 *     accuracies of the others mean nothing
 * @param samplesPerSecond training samples by wall time spent in training
 * @param peakRssBytes highest resident memory of the process, in bytes
 * @param wallSeconds of the whole run, all its sessions added up
 * @param version of sid4j
 * @param classification of the test part, class by class; null without a test part, and of runs
 *     before it was measured
 * @param stoppedAfter epochs that were trained where training ended before {@code epochs}; null if
 *     all were trained
 */
public record RunResult(
    String method,
    String dataset,
    long seed,
    long parameters,
    int epochs,
    int bestEpoch,
    Accuracies validationAccuracy,
    Accuracies testAccuracy,
    List<ModuleResult> modules,
    double samplesPerSecond,
    long peakRssBytes,
    double wallSeconds,
    String version,
    @OptionalField @Nullable Classification classification,
    @OptionalField @Nullable Integer stoppedAfter) {
  /** Keeps a copy that cannot be changed; only the values within the accuracies may be missing. */
  public RunResult {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(validationAccuracy, "validation_accuracy");
    Objects.requireNonNull(testAccuracy, "test_accuracy");
    Objects.requireNonNull(version, "version");
    modules = List.copyOf(modules);
  }

  /**
   * How many epochs were trained.
   *
   * @return {@code epochs}, or fewer where training ended early
   */
  public int trainedEpochs() {
    return stoppedAfter == null ? epochs : stoppedAfter;
  }
}
