package io.github.sid4j.train;

import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.objective.Target;
import io.github.sid4j.settings.Settings;
import org.jspecify.annotations.Nullable;

/** What samples count in the loss, by their class. */
final class ClassWeights {
  /** Null if all count 1. */
  private final double @Nullable [] byClass;

  private ClassWeights(double @Nullable ... byClass) {
    this.byClass = byClass;
  }

  /**
   * As the settings say. Balanced weights have the mean 1 over the training part: a class of n_c of
   * n samples counts n / (K n_c), with K classes that have any.
   */
  static ClassWeights of(Settings settings, Examples train, int classes) {
    if (settings.get(ObjectiveSetting.CLASS_WEIGHTS).equals("none")) {
      return new ClassWeights((double[]) null);
    }
    int[] counts = new int[classes];
    for (int i = 0; i < train.size(); i++) {
      counts[train.label(i)]++;
    }
    int present = 0;
    for (int count : counts) {
      present += count > 0 ? 1 : 0;
    }
    double[] weights = new double[classes];
    for (int c = 0; c < classes; c++) {
      weights[c] = counts[c] == 0 ? 0 : (double) train.size() / ((double) present * counts[c]);
    }
    return new ClassWeights(weights);
  }

  Target in(Target target, Batch batch) {
    return byClass == null ? target : target.weighted(batch.labels(), byClass);
  }
}
