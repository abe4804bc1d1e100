package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.Settings;
import java.util.List;

/**
 * What a run gives its method.
 *
 * @param threads that one operation may use
 * @param stageThreads of each stage of a pipeline; empty if the run is none
 */
record RunMethodParts(
    Settings settings,
    int threads,
    Cascade cascade,
    Objective objective,
    Optimizers optimizers,
    List<Integer> stageThreads)
    implements MethodParts {
  @Override
  public Execution execution() {
    return Executions.of(settings, threads, cascade);
  }
}
