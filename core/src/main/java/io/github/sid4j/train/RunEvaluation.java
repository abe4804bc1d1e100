package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.internal.train.StoredRun;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.ModuleResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run measured again on the test part of its data, from the weights in its folder.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param dataset the data set's name
 * @param testSize samples of the test part
 * @param testAccuracy of the last module, with the weights of the best and of the last epoch
 * @param modules with the weights of the last epoch, in order of depth; of a method that trains the
 *     last one alone to answer, the accuracies of the others mean nothing
 * @param method of the training
 * @param classification class by class; null without a test part
 */
public record RunEvaluation(
    String dataset,
    int testSize,
    Accuracies testAccuracy,
    List<ModuleResult> modules,
    String method,
    @Nullable Classification classification) {
  /** Keeps a copy that cannot be changed. */
  public RunEvaluation {
    modules = List.copyOf(modules);
  }

  /**
   * Measures a run of the built-in networks and data sets.
   *
   * @param folder of the run; it must have finished an epoch
   * @return what came out
   * @throws InputException if there is no such run, its files are damaged, or its data is not what
   *     it was
   * @throws IOException if a file cannot be read
   */
  public static RunEvaluation of(Path folder) throws IOException {
    return of(folder, null);
  }

  /**
   * Measures a run whose data may have moved.
   *
   * @param folder of the run; it must have finished an epoch
   * @param moved where the data is now; null if it is where the run read it
   * @return what came out
   * @throws InputException if there is no such run, its files are damaged, or its data is not what
   *     it was
   * @throws IOException if a file cannot be read
   */
  public static RunEvaluation of(Path folder, @Nullable Path moved) throws IOException {
    return of(StoredData.opening(folder, moved));
  }

  /**
   * Measures a run. A finished run that lacks {@code gallery.json} gets it, unless another process
   * writes the run or its folder cannot be written.
   *
   * @param run with its own network and data where it had some
   * @return what came out
   * @throws InputException if there is no such run, its files are damaged, its data is not what it
   *     was, or it needs the factory of its own network
   * @throws IOException if a file cannot be read
   */
  public static RunEvaluation of(RunOpening run) throws IOException {
    StoredRun stored = StoredRun.open(run);
    try (Cascade cascade = stored.cascade()) {
      RunEvaluation evaluation = stored.evaluation();
      stored.addGallery();
      return evaluation;
    }
  }
}
