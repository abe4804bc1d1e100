package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.LabelNoise;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.method.Accumulating;
import io.github.sid4j.internal.optim.HeadsFirst;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TeachingSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Teacher;
import io.github.sid4j.objective.Teaching;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.Schedule;
import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Turns the words and numbers of settings into the things that they name. */
public final class TrainingComponents {
  private final Settings settings;
  private final UserParts own;

  /**
   * Reads settings.
   *
   * @param settings checked
   */
  public TrainingComponents(Settings settings) {
    this(settings, UserParts.NONE);
  }

  /**
   * Reads settings.
   *
   * @param settings checked
   * @param own parts, which win
   */
  public TrainingComponents(Settings settings, UserParts own) {
    this.settings = settings;
    this.own = own;
  }

  /** The same own parts with other settings. */
  public TrainingComponents with(Settings other) {
    return new TrainingComponents(other, own);
  }

  public Settings settings() {
    return settings;
  }

  public UserParts own() {
    return own;
  }

  /**
   * How many threads one operation may use.
   *
   * @return at least 1
   */
  public int threads() {
    int threads = settings.get(RunSetting.THREADS);
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  /**
   * The parts of a data set, with the noisy labels and without the samples that the settings name.
   *
   * @throws InputException if there is no validation part of the size that they ask for, or a
   *     sample that is to be left out is not there
   */
  public Splits split(Dataset dataset) {
    long seed = settings.get(RunSetting.SEED);
    Splits given =
        dataset
            .split(settings.get(DataSetting.VALIDATION), seed)
            .withNoise(
                settings.get(DataSetting.LABEL_NOISE_TYPE).equals("class-dependent")
                    ? LabelNoise.CLASS_DEPENDENT
                    : LabelNoise.SYMMETRIC,
                settings.get(DataSetting.LABEL_NOISE),
                dataset.classNames(),
                seed);
    // After the noise, which goes by the places of samples.
    return Exclusions.of(settings, given, dataset.classNames());
  }

  /**
   * What the modules are trained for.
   *
   * @param modules L
   * @return the objective of a cascade of that many
   * @throws InputException if alpha is given for another number of them
   */
  public Objective objective(int modules) {
    if (own.steps().objective().isPresent()) {
      return ownObjective(own.steps().objective().get(), modules);
    }
    AlphaSpec alpha = settings.get(ObjectiveSetting.ALPHA);
    // A cascade of one's own may be longer or shorter than the settings say.
    if (!alpha.fits(modules)) {
      throw InputException.ofSetting(
          "alpha",
          "one number or one for each of the %s modules".formatted(modules),
          "%s (%s)".formatted(alpha.values().size(), alpha),
          "change alpha or modules");
    }
    return new Objective(
        Divergence.valueOf(settings.get(ObjectiveSetting.DIVERGENCE).toUpperCase(Locale.ROOT)),
        settings.get(ObjectiveSetting.LABEL_SMOOTHING),
        teaching(),
        alpha.resolve(modules));
  }

  private Teaching teaching() {
    return new Teaching(
        Teacher.named(settings.get(TeachingSetting.TEACHER)),
        settings.get(TeachingSetting.TEMPORAL_WEIGHT),
        settings.get(TeachingSetting.ELR),
        settings.get(TeachingSetting.GCE));
  }

  private static Objective ownObjective(Objective objective, int modules) {
    if (objective.modules() != modules) {
      throw new InputException(
          "objective",
          "one for the %s modules of the cascade".formatted(modules),
          "one for %s".formatted(objective.modules()),
          "change the objective or the number of modules");
    }
    return objective;
  }

  /**
   * What updates a cascade in a run of some length.
   *
   * @param cascade trained in place
   * @param length of the run
   * @return without any step taken
   */
  public Optimizers optimizers(Cascade cascade, RunLength length) {
    return optimizers(cascade, length, UnaryOperator.identity());
  }

  /**
   * The same, each part of it wrapped.
   *
   * @param cascade trained in place
   * @param length of the run
   * @param around wraps what makes the optimizers
   * @return without any step taken
   */
  public Optimizers optimizers(
      Cascade cascade, RunLength length, UnaryOperator<Optimizer.Factory> around) {
    long steps = (long) length.epochs() * length.stepsPerEpoch();
    return optimizers(cascade, around, steps);
  }

  /**
   * What updates a cascade at the beginning of a run without end.
   *
   * @param cascade trained in place
   * @return without any step taken
   */
  public Optimizers optimizers(Cascade cascade) {
    return optimizers(cascade, UnaryOperator.identity());
  }

  /**
   * The same, each part of it wrapped.
   *
   * @param cascade trained in place
   * @param around wraps what makes the optimizers
   * @return without any step taken
   */
  public Optimizers optimizers(Cascade cascade, UnaryOperator<Optimizer.Factory> around) {
    return optimizers(cascade, around, Long.MAX_VALUE);
  }

  /**
   * What updates a cascade over a run, whose heads may learn alone at first.
   *
   * @param length of the run
   * @return without any step taken
   */
  public Optimizers optimizersOfRun(Cascade cascade, RunLength length) {
    long headSteps = (long) settings.get(TuneSetting.HEAD_EPOCHS) * length.stepsPerEpoch();
    return optimizers(
        cascade, length, factory -> headSteps == 0 ? factory : HeadsFirst.of(factory, headSteps));
  }

  private Optimizers optimizers(
      Cascade cascade, UnaryOperator<Optimizer.Factory> around, long steps) {
    OptimizerParts parts =
        new OptimizerParts(settings, own.steps().optimizer(), cascade.classes(), steps);
    Optimizer.Factory ofModules = around.apply(parts.ofModules());
    double decay = settings.get(TrainingSetting.STAGE_LR_DECAY);
    int last = cascade.depth() - 1;
    return Optimizers.byModule(
        cascade,
        around.apply(parts.ofExtractor()),
        index -> decay == 1 ? ofModules : ofModules.timesRate(Math.pow(decay, last - index)),
        settings.get(TrainingSetting.CLIP),
        settings.get(TrainingSetting.ACCUMULATE));
  }

  /**
   * How the cascade learns, from whole batches or part by part.
   *
   * @param cascade trained in place
   * @param objective of its modules
   * @param optimizers of its parts
   * @return to be closed after use
   */
  public Method method(Cascade cascade, Objective objective, Optimizers optimizers) {
    Method plain =
        own.steps().method().isPresent()
            ? own.steps().method().get().create(cascade, objective, optimizers)
            : methods().of(cascade, objective, optimizers);
    return inParts(plain, optimizers);
  }

  /** The method as it gets batches: in as many parts as the optimizers wait for. */
  Method inParts(Method plain, Optimizers optimizers) {
    return optimizers.accumulate() == 1 ? plain : new Accumulating(plain, optimizers);
  }

  /** Whether the loss of each module, by its alpha, is what is minimised. */
  public boolean hasLocalLosses() {
    return own.steps().method().isEmpty() && methods().haveLocalLosses();
  }

  /**
   * How many threads each stage of a pipeline may use.
   *
   * @return in order; empty if the cascade is not trained as one
   * @throws InputException if they are given for another number of stages
   */
  public List<Integer> stageThreads(Cascade cascade) {
    return own.steps().method().isPresent() ? List.of() : methods().stageThreads(cascade);
  }

  private Methods methods() {
    return new Methods(settings, threads());
  }

  /**
   * Makes sure that every batch of an epoch can be cut as the settings say. Only one that is all
   * there is can be smaller than they say.
   *
   * @param examples of the training part
   * @throws InputException if that cannot be cut into equal parts
   */
  public void checkBatches(int examples) {
    int accumulate = settings.get(TrainingSetting.ACCUMULATE);
    if (examples < settings.get(TrainingSetting.BATCH) && examples % accumulate != 0) {
      throw InputException.ofSetting(
          "accumulate",
          "a divisor of the %s samples to train on, which are one batch".formatted(examples),
          Integer.toString(accumulate),
          "lower batch or change accumulate");
    }
  }

  /**
   * The fewest samples that go through the network together.
   *
   * @param examples of the training part
   */
  public SmallestPart smallestPart(int examples) {
    return new SmallestPart(settings, examples, methods().shares());
  }

  /** How many samples go through the network together. */
  public int samplesAtOnce() {
    return settings.get(TrainingSetting.BATCH) / settings.get(TrainingSetting.ACCUMULATE);
  }

  /** The course of the learning rate. */
  public Schedule schedule(long stepsPerEpoch) {
    int epochs = settings.get(TrainingSetting.EPOCHS);
    Schedule schedule = own.steps().schedule().orElseGet(() -> named(epochs));
    return schedule.warmUp(settings.get(TrainingSetting.WARMUP), stepsPerEpoch);
  }

  private Schedule named(int epochs) {
    return switch (settings.get(TrainingSetting.SCHEDULE)) {
      case "cosine" -> Schedule.cosine(epochs);
      case "steps" ->
          Schedule.steps(
              settings.get(TrainingSetting.MILESTONES), settings.get(TrainingSetting.GAMMA));
      case "triangular" ->
          Schedule.triangular(
              epochs,
              epochs * settings.get(TrainingSetting.SCHEDULE_PEAK),
              settings.get(TrainingSetting.SCHEDULE_START),
              settings.get(TrainingSetting.SCHEDULE_END));
      default -> Schedule.constant();
    };
  }

  /**
   * What is done to training samples at random.
   *
   * @param dataset its name
   * @param train its training part
   * @throws InputException if the settings want changes to images, and these are none
   */
  public Augmentation augmentation(String dataset, Examples train) {
    return own.steps()
        .augmentation()
        .orElseGet(() -> AugmentationParts.of(settings, dataset, train.encoding().orElse(null)));
  }
}
