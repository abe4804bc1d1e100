package io.github.sid4j.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.Settings;
import java.util.List;

/** What a method is made of for one run. An implementation is called by one thread at a time. */
public interface MethodParts {
  /** The settings of the run. */
  Settings settings();

  /** The cascade to train in place. */
  Cascade cascade();

  /** By which its modules are measured, and trained if the method minimizes their losses. */
  Objective objective();

  /** What updates the cascade's parts. */
  Optimizers optimizers();

  /**
   * The way to compute a step that the setting {@code execution} names.
   *
   * @return a new one at each call, which the method closes
   * @throws io.github.sid4j.error.InputException if the cascade cannot be trained that way
   */
  Execution execution();

  /**
   * How many threads each stage of a pipeline may use.
   *
   * @return in order; empty if the run is no pipeline
   * @throws io.github.sid4j.error.InputException if they are given for another number of stages
   */
  List<Integer> stageThreads();
}
