package io.github.sid4j.train;

import io.github.sid4j.internal.run.BeliefsLog;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.EpochMetrics;
import java.io.IOException;

/** Writes what is believed of a few samples after each epoch into the run's folder. */
final class BeliefListener implements TrainingListener {
  private final RunPaths paths;
  private final TrackedExamples tracked;
  private final BeliefsLog log;

  BeliefListener(RunPaths paths, TrackedExamples tracked) {
    this.paths = paths;
    this.tracked = tracked;
    this.log = new BeliefsLog(paths.beliefsLog());
  }

  @Override
  public void started(TrainingContext context, TrainingStart start) throws IOException {
    RunJson.writeLine(paths.samples(), tracked.samples());
    log.truncateAfter(context.epoch() - 1);
  }

  @Override
  public void validated(TrainingContext context, EpochMetrics metrics) throws IOException {
    log.append(tracked.after(metrics.epoch()));
  }
}
