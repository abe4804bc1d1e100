package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import java.io.IOException;
import java.util.List;

/** Writes a run's epochs into event files of TensorBoard. */
final class TensorBoardListener implements TrainingListener {
  private final RunPaths paths;
  private final TrackedExamples tracked;
  private TensorBoardLog log;
  private BeliefHistograms histograms;

  TensorBoardListener(RunPaths paths, TrackedExamples tracked) {
    this.paths = paths;
    this.tracked = tracked;
  }

  @Override
  public void started(TrainingContext context, TrainingStart start) throws IOException {
    if (context.epoch() <= start.course().epochs()) {
      String method = start.settings().get(ModelSetting.METHOD);
      log = TensorBoardLog.open(paths.tensorBoard(), context.epoch(), tracked.samples(), method);
    }
  }

  @Override
  public void validating(TrainingContext context) {
    histograms = new BeliefHistograms(context.cascade().depth());
  }

  @Override
  public void validatedBatch(TrainingContext context, Batch batch, List<Belief> beliefs) {
    histograms.add(batch, beliefs);
  }

  @Override
  public void validated(TrainingContext context, EpochMetrics metrics) throws IOException {
    log.epoch(metrics, histograms, tracked.after(metrics.epoch()));
  }

  @Override
  public void ended(TrainingContext context, RunResult result) throws IOException {
    close();
  }

  @Override
  public void stopped(TrainingContext context) throws IOException {
    close();
  }

  @Override
  public void failed(TrainingContext context, Throwable cause) throws IOException {
    close();
  }

  private void close() throws IOException {
    if (log != null) {
      log.close();
      log = null;
    }
  }
}
