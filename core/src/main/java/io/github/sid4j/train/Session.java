package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.DataFact;
import io.github.sid4j.internal.data.ClassSummary;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.BestWeights;
import io.github.sid4j.internal.train.Evaluator;
import io.github.sid4j.internal.train.Exclusions;
import io.github.sid4j.internal.train.FeatureData;
import io.github.sid4j.internal.train.FinalTest;
import io.github.sid4j.internal.train.GalleryMaker;
import io.github.sid4j.internal.train.Progress;
import io.github.sid4j.internal.train.Ranks;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.internal.train.RunState;
import io.github.sid4j.internal.train.TemporalBeliefs;
import io.github.sid4j.internal.train.TestLook;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What one process does for a run: from its beginning or a checkpoint to its end or a stop. */
final class Session {
  /** Trained on features, once the network that makes them has its weights. */
  private RunParts parts;

  private final RunChoices choices;
  private final Course course;
  private final Journal journal;
  private final List<TrainingListener> listeners;
  private final BooleanSupplier stop;
  private final RunLength length;
  private final Optional<Ranks> ranks;

  /** What is to be known of the weights that the run began with just now. */
  private Optional<DataFact> weights = Optional.empty();

  /**
   * Prepares a session.
   *
   * @param parts with the cascade as it was made
   * @param choices that the run has made
   * @param course of the run
   * @param journal keeps what the run leaves
   * @param listeners in the order in which they hear
   * @param stop asked after every step
   * @param ranks the processes that share the stages, of which this is the first; empty if it is
   *     alone
   */
  Session(
      RunParts parts,
      RunChoices choices,
      Course course,
      Journal journal,
      List<TrainingListener> listeners,
      BooleanSupplier stop,
      Optional<Ranks> ranks) {
    this.ranks = ranks;
    this.parts = parts.with(parts.cascade().in(choices.precision().precision()));
    this.choices = choices;
    this.course = course;
    this.journal = journal;
    this.listeners = List.copyOf(listeners);
    this.stop = stop;
    this.length = parts.length();
  }

  /** Trains; what the result holds is the caller's, and all else is freed. */
  Trained run() throws IOException {
    Optional<RunResult> earlier = journal.result();
    if (earlier.isPresent() && earlier.get().epochs() == length.epochs()) {
      return finished(earlier.get());
    }
    BestWeights best = new BestWeights(parts.cascade().state().byName());
    try (Optimizers optimizers = parts.optimizers(length);
        TemporalBeliefs beliefs = parts.temporalBeliefs().orElse(null)) {
      RunState state =
          new RunState(parts.cascade(), optimizers, best, Optional.ofNullable(beliefs), length);
      if (!journal.resume(state, this::warn)) {
        DataFitting.fit(parts.cascade(), parts.inputs().train());
        weights =
            new InitialWeights(parts.settings())
                .into(parts.cascade(), parts.inputs().train(), journal.origin().orElse(null));
      }
      journal.keep(choices, state.progress(), length);
      Optional<RunParts> ready = FeatureData.of(parts, this::computed, stop);
      if (ready.isEmpty()) {
        return new Trained(parts, best, journal, stoppedEarly(state));
      }
      parts = ready.get();
      return new Trained(parts, best, journal, train(optimizers, state));
    } catch (IOException | RuntimeException | Error e) {
      best.close();
      throw e;
    }
  }

  private void warn(String line) {
    listeners.forEach(listener -> listener.warned(line));
  }

  private void computed(long done, long total, double perSecond) {
    listeners.forEach(listener -> listener.computedFeatures(done, total, perSecond));
  }

  private Optional<RunResult> stoppedEarly(RunState state) throws IOException {
    Events events = new Events(listeners, context(state));
    events.started();
    events.stopped();
    return Optional.empty();
  }

  private RunContext context(RunState state) {
    ResumePoint from =
        new ResumePoint(state.progress().epoch() - 1, state.progress().stepInEpoch());
    return new RunContext(parts, start(from), state::progress, journal);
  }

  /** The result; empty if the training was stopped. */
  private Optional<RunResult> train(Optimizers optimizers, RunState state) throws IOException {
    RunContext context = context(state);
    Events events = new Events(withFiles(context), context);
    try {
      events.started();
      if (!loop(optimizers, state, events)) {
        events.stopped();
        return Optional.empty();
      }
      return Optional.of(end(state, events));
    } catch (IOException | RuntimeException | Error e) {
      events.failed(e);
      throw e;
    }
  }

  private boolean loop(Optimizers optimizers, RunState state, Events events) throws IOException {
    try (Method method = method(optimizers)) {
      return new Trainer(parts, method, journal, state, events, stop).run();
    }
  }

  private Method method(Optimizers optimizers) {
    return ranks.isPresent()
        ? ranks.get().method(parts, optimizers)
        : parts.components().method(parts.cascade(), parts.objective(), optimizers);
  }

  private RunResult end(RunState state, Events events) throws IOException {
    events.testing();
    boolean early = state.progress().epoch() <= length.epochs();
    TestLook look = new TestLook(parts.data().test());
    RunResult result = new FinalTest(parts).run(state, journal.wallSeconds(), look);
    // The cascade has the weights of the last epoch again.
    journal.end(
        () -> TestExamples.beliefs(parts.cascade(), parts.dataset(), parts.data().test()),
        () -> gallery(state, look),
        result);
    if (early) {
      state.best().restore();
    }
    events.ended(result);
    return result;
  }

  /** With the weights of the best epoch, as the answers are. */
  private TestGallery gallery(RunState state, TestLook look) {
    Cascade cascade = parts.cascade();
    state.best().swap();
    TestGallery gallery =
        GalleryMaker.of(
            parts.dataset().name(),
            parts.dataset().classNames(),
            look,
            new Evaluator(cascade, parts.objective()),
            parts.settings().everyModuleAnswers() ? 1 : cascade.depth());
    state.best().swap();
    return gallery;
  }

  /** What is written into the run's folder comes before what others do. */
  private List<TrainingListener> withFiles(RunContext context) {
    List<TrainingListener> all = new ArrayList<>();
    if (journal.folder().isPresent()) {
      RunPaths paths = new RunPaths(journal.folder().get());
      TrackedExamples tracked =
          new TrackedExamples(context.cascade(), parts.dataset(), parts.data());
      all.add(new BeliefListener(paths, tracked));
      all.add(new LiveListener(paths.live()));
      all.addAll(RunListeners.installed().of(journal.folder().get(), parts.settings()));
    }
    int patience = parts.settings().get(TrainingSetting.EARLY_STOPPING);
    if (patience > 0) {
      double delta = parts.settings().get(TrainingSetting.EARLY_STOPPING_DELTA);
      all.add(EarlyStopping.patience(patience).smallestImprovement(delta));
    }
    all.addAll(listeners);
    return all;
  }

  /** A run that is over is shown again as it was, whatever became of its checkpoints. */
  private Trained finished(RunResult result) throws IOException {
    BestWeights best = new BestWeights(parts.cascade().state().byName());
    try {
      journal.restoreFinished(parts.cascade(), best);
      return finished(result, best);
    } catch (IOException | RuntimeException e) {
      best.close();
      throw e;
    }
  }

  private Trained finished(RunResult result, BestWeights best) throws IOException {
    Progress done = Progress.start(parts.cascade().depth());
    TrainingStart start = start(new ResumePoint(result.trainedEpochs(), 0));
    Events events = new Events(listeners, new RunContext(parts, start, () -> done, journal));
    events.started();
    events.ended(result);
    return new Trained(parts, best, journal, Optional.of(result));
  }

  private TrainingStart start(ResumePoint resumed) {
    List<DataFact> facts = new ArrayList<>(parts.dataset().facts());
    facts.add(ClassSummary.of(parts.dataset(), parts.data()).fact());
    Exclusions.fact(parts.settings()).ifPresent(facts::add);
    weights.ifPresent(facts::add);
    return new TrainingStart(
        journal.folder(),
        parts.settings(),
        new DataSummary(
            parts.dataset().name(),
            facts,
            parts.data().train().size(),
            parts.data().train().noisyLabels(),
            parts.data().validation().size(),
            parts.data().test().size()),
        new ModelSummary(
            Networks.resolve(parts.settings(), parts.inputs().train().shape()),
            choices.precision(),
            parts.cascade().parameters().count(),
            parts.cascade().depth(),
            Cutting.places(parts.cascade())),
        course,
        resumed);
  }
}
