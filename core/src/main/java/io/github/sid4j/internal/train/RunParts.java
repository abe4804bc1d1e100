package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.settings.TeachingSetting;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.Settings;
import java.util.Optional;

/**
 * What a run computes with, made once.
 *
 * @param components what its settings name
 * @param cascade trained in place
 * @param objective of its modules
 * @param dataset with the classes
 * @param inputs its parts as the model reads them
 * @param data its parts as it is trained on: the same, or what the network makes of them
 */
public record RunParts(
    TrainingComponents components,
    Cascade cascade,
    Objective objective,
    Dataset dataset,
    Splits inputs,
    Splits data) {
  /** Parts that are trained on as the model reads them. */
  public RunParts(
      TrainingComponents components,
      Cascade cascade,
      Objective objective,
      Dataset dataset,
      Splits data) {
    this(components, cascade, objective, dataset, data, data);
  }

  public Settings settings() {
    return components.settings();
  }

  public RunLength length() {
    return RunLength.of(settings(), data.train().size());
  }

  /**
   * What updates the cascade.
   *
   * @param length of the run
   * @return without any step taken
   */
  public Optimizers optimizers(RunLength length) {
    return components.optimizersOfRun(cascade, length);
  }

  /** What remembers beliefs, without any visit; empty if no loss reads them. */
  public Optional<TemporalBeliefs> temporalBeliefs() {
    return objective.teaching().readsStoredBeliefs()
        ? Optional.of(
            new TemporalBeliefs(
                data.train().size(),
                cascade.classes(),
                settings().get(TeachingSetting.TEMPORAL_MOMENTUM)))
        : Optional.empty();
  }

  public RunParts with(Cascade other) {
    return new RunParts(components, other, objective, dataset, inputs, data);
  }

  public RunParts with(Settings other) {
    return new RunParts(components.with(other), cascade, objective, dataset, inputs, data);
  }

  /** The same to be trained on what the network makes of the inputs. */
  public RunParts with(Splits features) {
    return new RunParts(components, cascade, objective, dataset, inputs, features);
  }

  /** What is done to training samples in each epoch; features have their views instead. */
  public Augmentation augmentation() {
    return data.equals(inputs)
        ? components.augmentation(dataset.name(), inputs.train())
        : Augmentation.NONE;
  }
}
