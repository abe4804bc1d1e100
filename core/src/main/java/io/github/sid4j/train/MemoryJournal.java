package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.train.BestWeights;
import io.github.sid4j.internal.train.Progress;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.internal.train.RunState;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps what a training leaves in memory. There is nothing to resume from. */
final class MemoryJournal implements Journal {
  private final long begun = System.nanoTime();
  private final List<EpochMetrics> epochs = new ArrayList<>();

  @Override
  public Optional<Path> folder() {
    return Optional.empty();
  }

  @Override
  public Optional<RunResult> result() {
    return Optional.empty();
  }

  @Override
  public void restoreFinished(Cascade cascade, BestWeights best) {
    throw new IllegalStateException("a training in memory has no earlier session");
  }

  @Override
  public boolean resume(RunState state, Consumer<String> warn) {
    return false;
  }

  @Override
  public Optional<OriginProvenance> origin() {
    return Optional.empty();
  }

  @Override
  public void keep(RunChoices choices, Progress from, RunLength length) {}

  @Override
  public List<EpochMetrics> epochs() {
    return List.copyOf(epochs);
  }

  @Override
  public void append(RunState state, EpochMetrics line) {
    state.checkFinite();
    epochs.add(line);
  }

  @Override
  public boolean checkpoint(RunState state) {
    return false;
  }

  @Override
  public void epochEnded(RunState state) {}

  @Override
  public void end(
      Supplier<ExampleBeliefs> beliefs, Supplier<TestGallery> gallery, RunResult result) {}

  @Override
  public double wallSeconds() {
    return (System.nanoTime() - begun) / 1e9;
  }
}
