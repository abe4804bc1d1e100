package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.run.BeliefsLog;
import io.github.sid4j.run.EpochBeliefs;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/** The observers of a run. What they hear decides nothing. */
final class Observers implements AutoCloseable {
  private final int depth;
  private final TrackedExamples watched;
  private final LiveFile live;
  private final BeliefsLog beliefs;
  private final TensorBoardLog tensorBoard;
  private BeliefHistograms histograms;

  private Observers(
      int depth,
      TrackedExamples watched,
      LiveFile live,
      BeliefsLog beliefs,
      TensorBoardLog tensorBoard) {
    this.depth = depth;
    this.watched = watched;
    this.live = live;
    this.beliefs = beliefs;
    this.tensorBoard = tensorBoard;
  }

  /**
   * Lets them look.
   *
   * @param depth of the cascade
   * @param from where the run stands
   * @param tensorBoard whether TensorBoard is among them
   * @param method of the training
   */
  static Observers open(
      RunPaths paths,
      int depth,
      RunLength length,
      Progress from,
      TrackedExamples watched,
      boolean tensorBoard,
      String method)
      throws IOException {
    RunJson.writeLine(paths.samples(), watched.samples());
    BeliefsLog beliefs = new BeliefsLog(paths.beliefsLog());
    beliefs.truncateAfter(from.epoch() - 1);
    LiveFile live = new LiveFile(paths.live(), length);
    live.write("training", from);
    return new Observers(
        depth,
        watched,
        live,
        beliefs,
        tensorBoard
            ? TensorBoardLog.open(paths.tensorBoard(), from.epoch(), watched.samples(), method)
            : null);
  }

  void stepped(Progress progress) {
    live.stepped(progress);
  }

  /** A look at every batch of the validation that is about to begin. */
  BiConsumer<Batch, List<Belief>> validating(Progress progress) {
    live.validating(progress);
    if (tensorBoard == null) {
      return (batch, beliefs) -> {};
    }
    histograms = new BeliefHistograms(depth);
    return histograms::add;
  }

  /** An epoch is over. Reported before its checkpoint is made, so that no kill leaves one out. */
  void epochEnded(EpochMetrics metrics) throws IOException {
    EpochBeliefs believed = watched.after(metrics.epoch());
    beliefs.append(believed);
    if (tensorBoard != null) {
      tensorBoard.epoch(metrics, histograms, believed);
    }
  }

  void testing(Progress progress) {
    live.write("test", progress);
  }

  /** The run is over and has its result. */
  void ended() throws IOException {
    live.end();
  }

  @Override
  public void close() throws IOException {
    if (tensorBoard != null) {
      tensorBoard.close();
    }
  }
}
