package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Checkpoint;
import io.github.sid4j.internal.checkpoint.CheckpointStore;
import io.github.sid4j.internal.model.RunSettings;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.LengthChange;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.train.BestWeights;
import io.github.sid4j.internal.train.Progress;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.internal.train.RunState;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a run in its folder, in an order that a kill at any moment can do no harm. */
final class FolderJournal implements Journal {
  private final RunPaths paths;
  private final MetricsLog metrics;
  private final long begun = System.nanoTime();
  private final List<EpochMetrics> epochs = new ArrayList<>();
  private final @Nullable RunResult earlier;
  private final int kept;

  /** Null until the run is resumed: one that was finished needs none. */
  private @Nullable CheckpointStore store;

  private double earlierSeconds;

  FolderJournal(RunPaths paths, int keep) throws IOException {
    this.paths = paths;
    this.earlier =
        Files.exists(paths.result()) ? RunJson.read(paths.result(), RunResult.class) : null;
    this.kept = keep;
    this.metrics = new MetricsLog(paths.metrics());
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(paths.folder());
  }

  @Override
  public Optional<RunResult> result() {
    return Optional.ofNullable(earlier);
  }

  @Override
  public void restoreFinished(Cascade cascade, BestWeights best) throws IOException {
    best.read(paths.best());
    if (result().orElseThrow().stoppedAfter() == null) {
      TensorFiles.restore(paths.weights(), cascade.state().byName());
    } else {
      best.restore();
    }
  }

  @Override
  public boolean resume(RunState state, Consumer<String> warn) throws IOException {
    store = CheckpointStore.open(paths.checkpoints(), kept);
    Checkpoint newest = store.newest(warn).orElse(null);
    if (newest != null) {
      state.read(newest);
    } else {
      checkUntrained();
    }
    earlierSeconds = state.progress().wallSeconds();
    metrics.truncateAfter(state.progress().epoch() - 1);
    epochs.addAll(metrics.readSoFar());
    state.progress(withDivergence(state.progress()));
    if (state.progress().betweenEpochs()) {
      // The process may have been killed right behind the epoch's checkpoint.
      epochEnded(state);
    }
    return newest != null;
  }

  private CheckpointStore checkpoints() {
    return Objects.requireNonNull(store, "the run was not resumed");
  }

  /** Without a checkpoint a run begins again, but for one that has its result. */
  private void checkUntrained() {
    if (earlier != null) {
      throw new InputException(
          paths.checkpoints().toString(),
          "a checkpoint to extend the finished run from",
          "none",
          "train a new run with more epochs in another folder");
    }
  }

  @Override
  public Optional<OriginProvenance> origin() throws IOException {
    return Optional.ofNullable(provenance().origin());
  }

  private Provenance provenance() throws IOException {
    return RunJson.read(paths.provenance(), Provenance.class);
  }

  /**
   * After this a run that was finished is not any more, until it has a result of its new length.
   */
  @Override
  public void keep(RunChoices choices, Progress from, RunLength length) throws IOException {
    if (choices.kept().equals(choices.stored())) {
      return;
    }
    if (choices.epochsBefore() > 0) {
      LengthChange change = new LengthChange(from.step(), choices.epochsBefore(), length.epochs());
      RunJson.write(paths.provenance(), provenance().with(change));
    }
    RunSettings.write(paths.settings(), choices.kept());
  }

  @Override
  public List<EpochMetrics> epochs() {
    return List.copyOf(epochs);
  }

  /** The line comes first, since a checkpoint that is ahead of it could not be mended. */
  @Override
  public void append(RunState state, EpochMetrics line) throws IOException {
    state.checkFinite();
    metrics.append(line);
    epochs.add(line);
  }

  /** What checkpoints of earlier versions lack of the best epoch, its line has. */
  private Progress withDivergence(Progress progress) {
    if (progress.bestEpoch() == 0
        || progress.bestAccuracy() == null
        || progress.bestDivergence() != null) {
      return progress;
    }
    List<ModuleMetrics> modules = epochs.get(progress.bestEpoch() - 1).modules();
    BeliefMetrics best = modules.get(modules.size() - 1).validation();
    return best != null && Double.isFinite(best.klTarget())
        ? progress.withBestDivergence(best.klTarget())
        : progress;
  }

  @Override
  public void epochEnded(RunState state) throws IOException {
    state.writeWeights(paths.weights());
    state.best().write(paths.best());
  }

  @Override
  public boolean checkpoint(RunState state) throws IOException {
    state.checkFinite();
    state.progress(state.progress().at(wallSeconds()));
    checkpoints().save(state.progress().step(), state::write);
    return true;
  }

  /**
   * The result comes last, since a folder that has one is left as it is from then on. Of the
   * checkpoints, the newest serves to extend the run, and the one before it where that is damaged.
   */
  @Override
  public void end(Supplier<ExampleBeliefs> beliefs, Supplier<TestGallery> gallery, RunResult result)
      throws IOException {
    ExampleBeliefs believed = beliefs.get();
    TestGallery looked = gallery.get();
    checkpoints().keepNewest();
    RunJson.writeLine(paths.beliefs(), believed);
    RunJson.writeLine(paths.gallery(), looked);
    RunJson.write(paths.result(), result);
  }

  @Override
  public double wallSeconds() {
    return earlierSeconds + (System.nanoTime() - begun) / 1e9;
  }
}
