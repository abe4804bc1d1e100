package io.github.sid4j.internal.tensorboard;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.internal.run.BeliefsLog;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.train.TrainingContext;
import io.github.sid4j.train.TrainingListener;
import io.github.sid4j.train.TrainingStart;
import java.io.IOException;
import java.util.List;

/** Writes a run's epochs into event files of TensorBoard. */
final class TensorBoardListener implements TrainingListener {
  private final RunPaths paths;
  private final BeliefsLog beliefs;
  private TensorBoardLog log;
  private BeliefHistograms histograms;

  TensorBoardListener(RunPaths paths) {
    this.paths = paths;
    this.beliefs = new BeliefsLog(paths.beliefsLog());
  }

  @Override
  public void started(TrainingContext context, TrainingStart start) throws IOException {
    if (context.epoch() <= start.course().epochs()) {
      String method = start.settings().get(ModelSetting.METHOD);
      TrackedSamples samples = RunJson.read(paths.samples(), TrackedSamples.class);
      log = TensorBoardLog.open(paths.tensorBoard(), context.epoch(), samples, method);
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
    EpochBeliefs latest = beliefs.latest().orElseThrow();
    log.epoch(metrics, histograms, latest);
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
