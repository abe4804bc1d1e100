package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.Settings;
import java.util.List;

/** Makes the method that the settings name, for a run. */
public final class Methods {
  private final Settings settings;
  private final int threads;

  /**
   * Reads settings.
   *
   * @param settings checked
   * @param threads that one operation may use
   */
  Methods(Settings settings, int threads) {
    this.settings = settings;
    this.threads = threads;
  }

  /**
   * Makes the method.
   *
   * @throws InputException if the cascade cannot be trained as the settings say
   */
  Method of(Cascade cascade, Objective objective, Optimizers optimizers) {
    return MethodSpec.of(settings)
        .method(
            new RunMethodParts(
                settings, threads, cascade, objective, optimizers, stageThreads(cascade)));
  }

  /** Whether the loss of each module, by its alpha, is what is minimized. */
  boolean haveLocalLosses() {
    return settings.method().has(MethodTrait.LOSS_OF_EACH_MODULE);
  }

  /**
   * Into how many shares each part of a batch is cut.
   *
   * @return at least 1; a part of fewer samples has fewer shares
   */
  int shares() {
    boolean shared = isExecutedBy("data-parallel") && settings.get(TrainingSetting.OVERLAP) == 1;
    return shared ? threads : 1;
  }

  /**
   * How many threads each stage of a pipeline may use.
   *
   * @return in order; empty if the cascade is not trained as one
   * @throws InputException if they are given for another number of stages
   */
  List<Integer> stageThreads(Cascade cascade) {
    return isExecutedBy("pipeline") ? StageThreads.of(settings, threads, cascade) : List.of();
  }

  private boolean isExecutedBy(String execution) {
    return settings.method().has(MethodTrait.ANY_EXECUTION)
        && settings.get(TrainingSetting.EXECUTION).equals(execution);
  }
}
