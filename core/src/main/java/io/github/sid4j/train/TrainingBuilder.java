package io.github.sid4j.train;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.AugmentationChoice;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.UserParts;
import io.github.sid4j.method.MethodChoice;
import io.github.sid4j.method.MethodFactory;
import io.github.sid4j.model.HeadChoice;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.StageBalance;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.OptimizerChoice;
import io.github.sid4j.optim.ScheduleChoice;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The description of a training. {@link #data} is required, all else has a default, which a recipe
 * of a built-in network may bring, as on the command line; a network of one's own has none. Where a
 * method is called twice, the last call holds. What is wrong is refused by {@link #fit} at the
 * latest, with the name of the argument.
 *
 * <p>Not safe for use by several threads.
 */
public final class TrainingBuilder {
  private final GivenSettings given = new GivenSettings();
  private final List<TrainingListener> listeners = new ArrayList<>();
  private UserParts own = UserParts.NONE;

  TrainingBuilder() {}

  /**
   * What to train on; required.
   *
   * @param dataset for example of {@link io.github.sid4j.data.Datasets}
   * @return this
   */
  public TrainingBuilder data(Dataset dataset) {
    own = own.with(dataset);
    given.remove(DataSetting.DATASET);
    if (DataSetting.DATASET.type().choices().contains(dataset.name())) {
      given.put(DataSetting.DATASET, dataset.name(), "data");
    }
    return this;
  }

  /**
   * The share of the training part by which the best epoch is chosen.
   *
   * @param share at least 0 and at most 0.9; 0.1 unless given
   * @return this
   */
  public TrainingBuilder validation(double share) {
    return put(DataSetting.VALIDATION, share, "validation");
  }

  /**
   * The network.
   *
   * @param network of {@link io.github.sid4j.model.Networks}; one that suits the data unless given
   * @return this
   */
  public TrainingBuilder network(NetworkChoice network) {
    given.network(network);
    own = own.withNetwork(network.own());
    return this;
  }

  /**
   * How to train.
   *
   * @param method for example {@code Sid.modules(5)}; SID unless given
   * @return this
   */
  public TrainingBuilder method(MethodChoice method) {
    given.method(method);
    own = own.with(own.steps().withMethod(method.own()));
    return this;
  }

  /**
   * An own method, which trains the cascade of the network.
   *
   * @param factory makes it
   * @return this
   */
  public TrainingBuilder method(MethodFactory factory) {
    return method(MethodChoice.own(factory));
  }

  /**
   * By what a network is cut into stages.
   *
   * @param measure that all stages have alike; the multiplications unless given
   * @return this
   */
  public TrainingBuilder balance(StageBalance measure) {
    return put(ModelSetting.BALANCE, measure.wireName(), "balance");
  }

  /**
   * What reads the beliefs of stages.
   *
   * @param head of the stages before the last; what the network can use best unless given
   * @return this
   */
  public TrainingBuilder head(HeadChoice head) {
    return put(ModelSetting.HEAD, head.wireName(), "head");
  }

  /**
   * The divergence of the modules' losses.
   *
   * @param direction forward unless given
   * @return this
   */
  public TrainingBuilder divergence(Divergence direction) {
    return put(
        ObjectiveSetting.DIVERGENCE, direction.name().toLowerCase(Locale.ROOT), "divergence");
  }

  /**
   * The smoothing of the targets.
   *
   * @param share at least 0 and below 1; 0 unless given
   * @return this
   */
  public TrainingBuilder labelSmoothing(double share) {
    return put(ObjectiveSetting.LABEL_SMOOTHING, share, "labelSmoothing");
  }

  /**
   * An own objective, instead of alpha, divergence and smoothing.
   *
   * @param objective of as many modules as the cascade has
   * @return this
   */
  public TrainingBuilder objective(Objective objective) {
    own = own.with(own.steps().withObjective(Optional.of(objective)));
    return this;
  }

  /**
   * How gradients become updates.
   *
   * @param optimizer for example {@code Adam.withLearningRate(1e-3)}; that of the network's recipe
   *     unless given, Adam at this rate without one
   * @return this
   */
  public TrainingBuilder optimizer(OptimizerChoice optimizer) {
    given.optimizer(optimizer);
    own = own.with(own.steps().withOptimizer(optimizer.own()));
    return this;
  }

  /**
   * The course of the learning rate.
   *
   * @param schedule of {@link io.github.sid4j.optim.Schedules}; that of the network's recipe unless
   *     given, constant without one
   * @return this
   */
  public TrainingBuilder schedule(ScheduleChoice schedule) {
    given.schedule(schedule);
    own = own.with(own.steps().withSchedule(schedule.own()));
    return this;
  }

  /**
   * A built-in augmentation of the training part.
   *
   * @param augmentation crop and flip for published colour images unless given
   * @return this
   */
  public TrainingBuilder augmentation(AugmentationChoice augmentation) {
    own = own.with(own.steps().withAugmentation(Optional.empty()));
    return put(TrainingSetting.AUGMENT, augmentation.wireName(), "augmentation");
  }

  /**
   * An own augmentation of the training part.
   *
   * @param augmentation called on the thread that makes batches
   * @return this
   */
  public TrainingBuilder augmentation(Augmentation augmentation) {
    own = own.with(own.steps().withAugmentation(Optional.of(augmentation)));
    return this;
  }

  /**
   * Passes over the training part.
   *
   * @param epochs at least 1; by the size of the data unless given
   * @return this
   */
  public TrainingBuilder epochs(int epochs) {
    return put(TrainingSetting.EPOCHS, epochs, "epochs");
  }

  /**
   * Samples in a step.
   *
   * @param size at least 1; by the size of the data unless given
   * @return this
   */
  public TrainingBuilder batchSize(int size) {
    return put(TrainingSetting.BATCH, size, "batchSize");
  }

  /**
   * The highest norm of the gradients that are applied together.
   *
   * @param norm at least 0; 0, which is no limit, unless given
   * @return this
   */
  public TrainingBuilder clip(double norm) {
    return put(TrainingSetting.CLIP, norm, "clip");
  }

  /**
   * What layers compute in.
   *
   * @param precision the faster one where that is clear unless given
   * @return this
   */
  public TrainingBuilder precision(Precision precision) {
    return put(TrainingSetting.PRECISION, precision.label(), "precision");
  }

  /**
   * The start of all random numbers.
   *
   * @param seed at least 0; 1 unless given
   * @return this
   */
  public TrainingBuilder seed(long seed) {
    return put(RunSetting.SEED, seed, "seed");
  }

  /**
   * Threads to compute with.
   *
   * @param threads at least 1; all cores unless given
   * @return this
   */
  public TrainingBuilder threads(int threads) {
    return put(RunSetting.THREADS, threads, "threads");
  }

  /**
   * Stores the run in a folder. Without this call nothing is written to disk.
   *
   * @param run its folder, empty or not there yet
   * @return this
   */
  public TrainingBuilder folder(Path run) {
    return put(RunSetting.OUT, Optional.of(run), "folder");
  }

  /**
   * Resumes the run in the folder where there is one. Own parts are given again.
   *
   * @return this
   */
  public TrainingBuilder resume() {
    return put(RunSetting.RESUME, true, "resume");
  }

  /**
   * Adds listeners.
   *
   * @param added in the order in which they hear
   * @return this
   */
  public TrainingBuilder listeners(TrainingListener... added) {
    listeners.addAll(List.of(added));
    return this;
  }

  /**
   * Any other setting, by its typed key.
   *
   * @param setting for example {@code DataSetting.LABEL_NOISE}
   * @param value of it
   * @param <T> the type of its values
   * @return this
   */
  public <T> TrainingBuilder with(Setting<T> setting, T value) {
    return put(setting, value, setting.name());
  }

  private <T> TrainingBuilder put(Setting<T> setting, T value, String argument) {
    given.put(setting, value, argument);
    return this;
  }

  /**
   * Trains, and tests once at the end.
   *
   * @return the trained cascade, to be closed
   * @throws InputException if an argument is wrong, or excludes another
   * @throws IOException if the folder cannot be read or written
   * @throws io.github.sid4j.objective.DivergedException if a loss leaves the finite numbers
   */
  public Trained fit() throws IOException {
    if (own.data().isEmpty()) {
      throw new InputException("data", "a data set to train on", "none", "call data");
    }
    return Training.of(given.resolve())
        .own(own)
        .listeners(listeners.toArray(TrainingListener[]::new))
        .run();
  }
}
