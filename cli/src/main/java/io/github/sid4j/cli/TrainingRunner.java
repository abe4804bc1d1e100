package io.github.sid4j.cli;

import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.TrainingListener;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What {@code sid train} runs. */
@FunctionalInterface
interface TrainingRunner {
  /**
   * Trains until the end or until asked to stop.
   *
   * @param settings checked
   * @param listener hears of the course
   * @param stop asked after each step; once true, a checkpoint is written and training returns
   * @return empty if it was stopped
   * @throws IOException if the run's folder or the data cannot be read or written
   */
  Optional<RunResult> run(Settings settings, TrainingListener listener, BooleanSupplier stop)
      throws IOException;
}
