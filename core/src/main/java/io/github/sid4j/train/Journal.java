package io.github.sid4j.train;

import io.github.sid4j.checkpoint.Checkpoint;
import io.github.sid4j.checkpoint.CheckpointStore;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ExampleBeliefs;
import io.github.sid4j.run.MetricsLog;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Writes what a run leaves while it goes, in an order that a kill at any moment can do no harm. */
final class Journal {
  private final RunPaths paths;
  private final CheckpointStore checkpoints;
  private final MetricsLog metrics;
  private final long begun = System.nanoTime();
  private double earlierSeconds;

  Journal(RunPaths paths, int keep) throws IOException {
    this.paths = paths;
    this.checkpoints = CheckpointStore.open(paths.checkpoints(), keep);
    this.metrics = new MetricsLog(paths.metrics());
  }

  /**
   * Puts the state back to the newest whole checkpoint, if there is one.
   *
   * @param without what to do where there is none, before anything is changed; may refuse that
   * @return whether there is
   */
  boolean resume(RunState state, Consumer<String> warn, Runnable without) throws IOException {
    Checkpoint newest = checkpoints.newest(warn).orElse(null);
    if (newest != null) {
      state.read(newest);
    } else {
      without.run();
    }
    earlierSeconds = state.progress().wallSeconds();
    metrics.truncateAfter(state.progress().epoch() - 1);
    state.progress(withDivergence(state.progress()));
    if (state.progress().isBetweenEpochs()) {
      // The process may have been killed right behind the epoch's checkpoint.
      writeWeights(state);
    }
    return newest != null;
  }

  /**
   * An epoch is over: its line first, since a checkpoint that is ahead of it could not be mended.
   */
  void epoch(RunState state, EpochMetrics line, Observers observers) throws IOException {
    checkFinite(state);
    metrics.append(line);
    observers.epochEnded(line);
    checkpoint(state);
    writeWeights(state);
  }

  /** What checkpoints of earlier versions lack of the best epoch, its line has. */
  private Progress withDivergence(Progress progress) throws IOException {
    if (progress.bestEpoch() == 0
        || progress.bestAccuracy() == null
        || progress.bestDivergence() != null) {
      return progress;
    }
    List<ModuleMetrics> modules = metrics.readSoFar().get(progress.bestEpoch() - 1).modules();
    BeliefMetrics best = modules.get(modules.size() - 1).validation();
    return best != null && Double.isFinite(best.klTarget())
        ? progress.withBestDivergence(best.klTarget())
        : progress;
  }

  private void writeWeights(RunState state) throws IOException {
    state.writeWeights(paths.weights());
    state.best().write(paths.best());
  }

  void checkpoint(RunState state) throws IOException {
    checkFinite(state);
    state.progress(state.progress().at(wallSeconds()));
    checkpoints.save(state.progress().step(), state::write);
  }

  /**
   * The run is over: the result last, since a folder that has one is left as it is from then on. Of
   * the checkpoints, the newest serves to extend the run, and the one before it where that is
   * damaged.
   */
  void end(ExampleBeliefs beliefs, RunResult result) throws IOException {
    checkpoints.keepNewest();
    RunJson.writeLine(paths.beliefs(), beliefs);
    RunJson.write(paths.result(), result);
  }

  /** Wall time of all sessions of the run. */
  double wallSeconds() {
    return earlierSeconds + (System.nanoTime() - begun) / 1e9;
  }

  /** The last good checkpoint must not be followed by one that no training can resume from. */
  private static void checkFinite(RunState state) {
    String broken = state.brokenPart();
    if (broken != null) {
      throw new DivergedException(broken, "values that are no finite numbers");
    }
  }
}
