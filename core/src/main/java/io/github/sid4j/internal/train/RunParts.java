package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.Settings;

/**
 * What a run computes with, made once.
 *
 * @param components what its settings name
 * @param cascade trained in place
 * @param objective of its modules
 * @param dataset with the classes
 * @param data its parts
 */
public record RunParts(
    TrainingComponents components,
    Cascade cascade,
    Objective objective,
    Dataset dataset,
    Splits data) {
  public Settings settings() {
    return components.settings();
  }

  public RunLength length() {
    return RunLength.of(settings(), data.train().size());
  }

  public RunParts with(Cascade other) {
    return new RunParts(components, other, objective, dataset, data);
  }

  public RunParts with(Settings other) {
    return new RunParts(components.with(other), cascade, objective, dataset, data);
  }
}
