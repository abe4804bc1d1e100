package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.checkpoint.AtomicFiles;
import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.EpochPlan;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Engine;
import io.github.sid4j.error.InputException;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.run.Provenance;
import io.github.sid4j.run.RunFolder;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One training run from settings to result, with the folder it leaves.
 *
 * <pre>{@code
 * Trained trained =
 *     Training.of(Settings.defaults().with(Setting.DATASET, "digits")).run();
 * }</pre>
 */
public final class Training {
  private static final Path RUNS = Path.of("runs");

  private final Settings settings;
  private Dataset dataset;
  private CascadeFactory cascades = Networks::create;
  private TrainingListener listener = new TrainingListener() {};
  private BooleanSupplier stop = () -> false;
  private List<String> command;

  private Training(Settings settings) {
    this.settings = settings.check();
  }

  /**
   * Prepares a run.
   *
   * @param settings of the run
   * @return to be completed and {@linkplain #run() run}
   * @throws InputException if settings exclude each other
   */
  public static Training of(Settings settings) {
    return new Training(settings);
  }

  /**
   * Brings a data set of one's own, instead of the one that the settings name.
   *
   * @param own to train on
   * @return this
   */
  public Training dataset(Dataset own) {
    dataset = own;
    return this;
  }

  /**
   * Brings a network of one's own, instead of the one that the settings name.
   *
   * @param own makes the cascade
   * @return this
   */
  public Training cascade(CascadeFactory own) {
    cascades = own;
    return this;
  }

  /**
   * Has the course of the run told.
   *
   * @param own hears of every step and epoch, on the thread that trains
   * @return this
   */
  public Training listener(TrainingListener own) {
    listener = own;
    return this;
  }

  /**
   * Lets the run be stopped from outside.
   *
   * @param requested asked after every step; once true, the run writes a checkpoint and ends
   * @return this
   */
  public Training stopWhen(BooleanSupplier requested) {
    stop = requested;
    return this;
  }

  /**
   * Has the command line kept in the provenance.
   *
   * @param words of it
   * @return this
   */
  public Training command(List<String> words) {
    command = List.copyOf(words);
    return this;
  }

  /**
   * Trains, or goes on with a run that was broken off, and tests once at the end.
   *
   * @return the trained cascade, and what came out if the run was not stopped before its end
   * @throws InputException if settings, data or the run's folder cannot be used
   * @throws IOException if reading or writing fails; the last checkpoint stays
   * @throws io.github.sid4j.objective.DivergedException if a loss leaves the finite numbers; the
   *     last checkpoint stays
   */
  public Trained run() throws IOException {
    Dataset opened = dataset != null ? dataset : new DataSource(settings).open(listener::fetched);
    try (RunFolder folder = folder(opened)) {
      return run(opened, folder.paths());
    }
  }

  private Trained run(Dataset opened, RunPaths paths) throws IOException {
    Recipe recipe = new Recipe(settings);
    recipe.useThreads();
    Splits data = opened.split(settings.get(Setting.VALIDATION), settings.get(Setting.SEED));
    Initializer init = new Initializer(settings.get(Setting.SEED), DType.FLOAT32);
    int[] shape = data.train().shape();
    Cascade cascade = cascades.create(settings, shape, opened.classNames().size(), init);
    Objective objective = recipe.objective(cascade.depth());
    Optimizers optimizers = recipe.optimizers(cascade);
    RunState state = new RunState(cascade, optimizers);

    begin(opened, recipe, paths);
    Journal journal = new Journal(paths, settings.get(Setting.KEEP_CHECKPOINTS));
    journal.resume(state, listener::warned);
    opened.notes().forEach(listener::warned);
    listener.started(start(opened, data, cascade, state, paths));
    if (Files.exists(paths.result())) {
      RunResult result = RunJson.read(paths.result(), RunResult.class);
      listener.ended(result);
      return new Trained(cascade, data, paths.folder(), Optional.of(result));
    }
    try (Method method = recipe.method(cascade, objective, optimizers)) {
      Trainer trainer =
          new Trainer(
              settings,
              cascade,
              objective,
              method,
              data,
              recipe.augmentation(opened.name()),
              listener,
              stop,
              journal,
              state);
      if (!trainer.run()) {
        return new Trained(cascade, data, paths.folder(), Optional.empty());
      }
    }
    RunResult result =
        new FinalTest(settings, cascade, objective, data.test()).run(opened.name(), state, journal);
    RunJson.write(paths.result(), result);
    listener.ended(result);
    return new Trained(cascade, data, paths.folder(), Optional.of(result));
  }

  private RunFolder folder(Dataset opened) throws IOException {
    Path out = settings.get(Setting.OUT).orElse(null);
    if (out == null) {
      if (settings.get(Setting.RESUME)) {
        throw new InputException("resume", "the folder of a run", "none", "name it with --out DIR");
      }
      return RunFolder.createIn(
          RUNS,
          opened.name(),
          settings.get(Setting.METHOD),
          LocalDateTime.now(ZoneId.systemDefault()));
    }
    boolean there = Files.exists(new RunPaths(out).settings());
    return settings.get(Setting.RESUME) && there
        ? RunFolder.open(out)
        : RunFolder.create(out, settings.get(Setting.OVERWRITE));
  }

  /** Writes what a run begins with, or makes sure that it is the same run that goes on. */
  private void begin(Dataset opened, Recipe recipe, RunPaths paths) throws IOException {
    String hash = opened.sha256();
    if (Files.exists(paths.settings())) {
      checkSame(opened, hash, paths);
      return;
    }
    RunJson.write(
        paths.provenance(),
        Provenance.collect(
            settings.get(Setting.SEED),
            recipe.threads(),
            opened.name(),
            hash,
            Engine.version(),
            Instant.now(),
            command));
    // Last, because a folder with settings counts as one that a run can go on in.
    AtomicFiles.write(
        paths.settings(), out -> out.write(settings.toYaml().getBytes(StandardCharsets.UTF_8)));
  }

  private void checkSame(Dataset opened, String hash, RunPaths paths) throws IOException {
    List<String> differences = settings.differences(Settings.read(paths.settings()));
    if (!differences.isEmpty()) {
      throw new InputException(
          paths.folder().toString(),
          "the settings of the run in it",
          String.join(", ", differences),
          "resume with the settings it was started with, or choose another --out");
    }
    Provenance before = RunJson.read(paths.provenance(), Provenance.class);
    DataHash.check(opened, hash, before);
  }

  private TrainingStart start(
      Dataset opened, Splits data, Cascade cascade, RunState state, RunPaths paths) {
    EpochPlan plan = new EpochPlan(settings.get(Setting.BATCH), true, Augmentation.NONE, 0, 0, 0);
    return new TrainingStart(
        paths.folder(),
        opened.name(),
        Networks.resolve(settings, data.train().shape()),
        cascade.parameters().count(),
        cascade.depth(),
        settings.get(Setting.EPOCHS),
        plan.batches(data.train().size()),
        data.train().size(),
        data.validation().size(),
        data.test().size(),
        state.progress().epoch() - 1);
  }
}
