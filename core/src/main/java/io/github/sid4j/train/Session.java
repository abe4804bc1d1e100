package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.ClassSummary;
import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.model.RunSettings;
import io.github.sid4j.model.TensorFiles;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.run.LengthChange;
import io.github.sid4j.run.OriginProvenance;
import io.github.sid4j.run.Provenance;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What one process does for a run: from its beginning or a checkpoint to its end or a stop. */
final class Session {
  private final Settings settings;
  private final Cascade cascade;
  private final Objective objective;
  private final RunChoices choices;
  private final Course course;
  private final Dataset dataset;
  private final Splits data;
  private final TrainingListener listener;
  private final BooleanSupplier stop;
  private final TrainingComponents components;
  private final RunLength length;

  Session(
      Settings settings,
      Cascade cascade,
      Objective objective,
      RunChoices choices,
      Course course,
      Dataset dataset,
      Splits data,
      TrainingListener listener,
      BooleanSupplier stop) {
    this.settings = settings;
    this.cascade = cascade.in(choices.precision().precision());
    this.objective = objective;
    this.choices = choices;
    this.course = course;
    this.dataset = dataset;
    this.data = data;
    this.listener = listener;
    this.stop = stop;
    this.components = new TrainingComponents(settings);
    this.length = RunLength.of(settings, data.train().size());
  }

  Trained run(RunPaths paths) throws IOException {
    RunResult earlier =
        Files.exists(paths.result()) ? RunJson.read(paths.result(), RunResult.class) : null;
    if (earlier != null && earlier.epochs() == length.epochs()) {
      return finished(paths, earlier);
    }
    Optimizers optimizers = components.optimizers(cascade);
    RunState state = new RunState(cascade, optimizers, length);
    Journal journal = new Journal(paths, settings.get(RunSetting.KEEP_CHECKPOINTS));
    if (!journal.resume(state, listener::warned, () -> checkUntrained(paths, earlier))) {
      OriginProvenance origin = RunJson.read(paths.provenance(), Provenance.class).origin();
      new InitialWeights(settings).into(cascade, origin);
    }
    Progress from = state.progress();
    keepSettings(paths, from);
    listener.started(start(paths.folder(), from.epoch() - 1, from.stepInEpoch()));
    try (Observers observers = observers(paths, from)) {
      if (!train(optimizers, state, journal, observers)) {
        return new Trained(cascade, data, paths.folder(), Optional.empty());
      }
      observers.testing(state.progress());
      RunResult result =
          new FinalTest(settings, cascade, objective, data.test(), dataset.classNames())
              .run(dataset.name(), state, journal);
      // The cascade has the weights of the last epoch again.
      journal.end(TestExamples.beliefs(cascade, dataset, data.test()), result);
      observers.ended();
      listener.ended(result);
      return new Trained(cascade, data, paths.folder(), Optional.of(result));
    }
  }

  /** Without a checkpoint a run begins again, except one that has its result. */
  private static void checkUntrained(RunPaths paths, RunResult earlier) {
    if (earlier != null) {
      throw new InputException(
          paths.checkpoints().toString(),
          "a checkpoint to extend the finished run from",
          "none",
          "train a new run with more epochs in another --out");
    }
  }

  /**
   * Has the folder say what the run is from now on. After this a run that was finished is not any
   * more, until it has a result of its new length.
   */
  private void keepSettings(RunPaths paths, Progress from) throws IOException {
    if (choices.kept().equals(choices.stored())) {
      return;
    }
    if (choices.epochsBefore() > 0) {
      Provenance provenance = RunJson.read(paths.provenance(), Provenance.class);
      LengthChange change = new LengthChange(from.step(), choices.epochsBefore(), length.epochs());
      RunJson.write(paths.provenance(), provenance.with(change));
    }
    RunSettings.write(paths.settings(), choices.kept());
  }

  private boolean train(Optimizers optimizers, RunState state, Journal journal, Observers observers)
      throws IOException {
    try (Method method = components.method(cascade, objective, optimizers)) {
      return new Trainer(
              settings,
              cascade,
              objective,
              method,
              data,
              components.augmentation(dataset.name()),
              listener,
              stop,
              journal,
              state,
              observers)
          .run();
    }
  }

  private Observers observers(RunPaths paths, Progress from) throws IOException {
    return Observers.open(
        paths,
        cascade.depth(),
        length,
        from,
        new TrackedExamples(cascade, dataset, data),
        settings.get(RunSetting.TENSORBOARD) && from.epoch() <= length.epochs(),
        settings.get(ModelSetting.METHOD));
  }

  /** A run that is over is reported again as it was, whatever became of its checkpoints. */
  private Trained finished(RunPaths paths, RunResult result) throws IOException {
    TensorFiles.restore(paths.weights(), cascade.state().byName());
    listener.started(start(paths.folder(), length.epochs(), 0));
    listener.ended(result);
    return new Trained(cascade, data, paths.folder(), Optional.of(result));
  }

  private TrainingStart start(Path folder, int epochsDone, int stepsDone) {
    return new TrainingStart(
        folder,
        settings,
        dataset.name(),
        facts(),
        Networks.resolve(settings, data.train().shape()),
        choices.precision(),
        cascade.parameters().count(),
        cascade.depth(),
        Cutting.places(cascade),
        length.epochs(),
        length.stepsPerEpoch(),
        course,
        data.train().size(),
        data.train().noisyLabels(),
        data.validation().size(),
        data.test().size(),
        epochsDone,
        stepsDone);
  }

  private List<DataFact> facts() {
    List<DataFact> facts = new ArrayList<>(dataset.facts());
    facts.add(ClassSummary.of(dataset, data).fact());
    return facts;
  }
}
