package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunPaths;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/** Those who look on while a run trains. What they are told decides nothing. */
final class Onlookers implements AutoCloseable {
  private final int depth;
  private final WatchedExamples watched;
  private final TensorBoardLog tensorBoard;
  private BeliefHistograms histograms;

  private Onlookers(int depth, WatchedExamples watched, TensorBoardLog tensorBoard) {
    this.depth = depth;
    this.watched = watched;
    this.tensorBoard = tensorBoard;
  }

  /**
   * Lets them look.
   *
   * @param depth of the cascade
   * @param epoch that is trained next
   * @param tensorBoard whether TensorBoard is among them
   */
  static Onlookers open(
      RunPaths paths, int depth, int epoch, WatchedExamples watched, boolean tensorBoard)
      throws IOException {
    return new Onlookers(
        depth,
        watched,
        tensorBoard ? TensorBoardLog.open(paths.tensorBoard(), epoch, watched.samples()) : null);
  }

  /** A look at every batch of the validation that is about to begin. */
  BiConsumer<Batch, List<Belief>> validating() {
    if (tensorBoard == null) {
      return (batch, beliefs) -> {};
    }
    histograms = new BeliefHistograms(depth);
    return histograms::add;
  }

  /** An epoch is over. Told before its checkpoint is made, so that no kill leaves one out. */
  void epochEnded(EpochMetrics metrics) throws IOException {
    if (tensorBoard != null) {
      tensorBoard.epoch(metrics, histograms, watched.after(metrics.epoch()));
    }
  }

  @Override
  public void close() throws IOException {
    if (tensorBoard != null) {
      tensorBoard.close();
    }
  }
}
