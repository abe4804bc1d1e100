package io.github.sid4j.train;

import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.train.Progress;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.run.EpochMetrics;
import java.util.List;
import java.util.function.Supplier;

/** The context of one session of a run. */
final class RunContext implements TrainingContext {
  private final RunParts parts;
  private final TrainingStart start;
  private final Supplier<Progress> progress;
  private final Journal journal;
  private final CascadeView cascade;
  private volatile boolean stopRequested;
  private boolean finishing;

  RunContext(RunParts parts, TrainingStart start, Supplier<Progress> progress, Journal journal) {
    this.parts = parts;
    this.start = start;
    this.progress = progress;
    this.journal = journal;
    this.cascade = new CascadeView(parts.cascade());
  }

  boolean isStopRequested() {
    return stopRequested;
  }

  boolean isFinishing() {
    return finishing;
  }

  @Override
  public TrainingStart start() {
    return start;
  }

  @Override
  public Splits data() {
    return parts.data();
  }

  @Override
  public List<String> classNames() {
    return parts.dataset().classNames();
  }

  @Override
  public CascadeView cascade() {
    return cascade;
  }

  @Override
  public int epoch() {
    return progress.get().epoch();
  }

  @Override
  public int stepInEpoch() {
    return progress.get().stepInEpoch();
  }

  @Override
  public long step() {
    return progress.get().step();
  }

  @Override
  public EpochSoFar current() {
    return EpochSoFar.of(progress.get());
  }

  @Override
  public List<EpochMetrics> epochs() {
    return journal.epochs();
  }

  @Override
  public void requestStop() {
    stopRequested = true;
  }

  @Override
  public void finishEarly() {
    finishing = true;
  }
}
