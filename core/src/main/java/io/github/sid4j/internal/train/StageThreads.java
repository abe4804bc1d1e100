package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.execution.Pipeline;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How many threads each stage of a pipeline may use. */
final class StageThreads {
  private StageThreads() {}

  /**
   * The threads that the settings give to each stage, or else its share.
   *
   * @param threads to share, at least 1
   * @return of each stage of the pipeline, in order
   * @throws InputException if the settings give them to another number of stages
   */
  static List<Integer> of(Settings settings, int threads, Cascade cascade) {
    List<List<BeliefModule>> stages = Pipeline.stages(cascade);
    List<Integer> given = settings.get(RunSetting.STAGE_THREADS);
    if (given.isEmpty()) {
      return shared(threads, stages.stream().mapToDouble(StageThreads::cost).toArray());
    }
    if (given.size() == 1) {
      return Collections.nCopies(stages.size(), given.get(0));
    }
    // A cascade of one's own may be longer or shorter than the settings say.
    if (given.size() != stages.size()) {
      throw InputException.ofSetting(
          "stage-threads",
          "one number or one for each of the %s stages".formatted(stages.size()),
          "%s (%s)".formatted(given.size(), settings.text(RunSetting.STAGE_THREADS)),
          "change stage-threads or the number of stages");
    }
    return given;
  }

  /** What its blocks cost; 0 where that is not known. */
  static double cost(List<BeliefModule> modules) {
    return modules.stream()
        .flatMap(module -> module.stage().stream())
        .mapToDouble(Stage::cost)
        .sum();
  }

  /**
   * Gives every stage a thread, and each that is left to the stage that costs most by thread.
   *
   * @param threads to share, at least 1
   * @param costs of the stages, at least 0; all 0 where they are not known
   * @return at least 1 each; in all as many as threads, or as stages, if these are more
   */
  static List<Integer> shared(int threads, double... costs) {
    Integer[] shares = new Integer[costs.length];
    Arrays.fill(shares, 1);
    for (int left = threads - costs.length; left > 0; left--) {
      int most = 0;
      for (int i = 1; i < costs.length; i++) {
        double more = costs[i] / shares[i] - costs[most] / shares[most];
        if (more > 0 || (more == 0 && shares[i] < shares[most])) {
          most = i;
        }
      }
      shares[most]++;
    }
    return List.of(shares);
  }
}
