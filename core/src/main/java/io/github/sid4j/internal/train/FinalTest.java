package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.run.BuildInfo;
import io.github.sid4j.internal.run.PeakMemory;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.ModuleResult;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * The one look at the test part, when training is over: with the best and with the last weights.
 */
public final class FinalTest {
  private final RunParts parts;

  public FinalTest(RunParts parts) {
    this.parts = parts;
  }

  /**
   * Measures.
   *
   * @param wallSeconds that the run took
   * @param look sees the answers of the best weights
   */
  public RunResult run(RunState state, double wallSeconds, TestLook look) {
    Cascade cascade = parts.cascade();
    Settings settings = parts.settings();
    Examples test = parts.data().test();
    Evaluator evaluator = new Evaluator(cascade, parts.objective(), TestViews.of(settings));
    TestAnswers withBest = new TestAnswers(cascade.depth(), cascade.classes(), test);
    state.best().swap();
    double best = accuracy(evaluator.evaluate(test, withBest.andThen(look)));
    state.best().swap();
    TestAnswers withLast = new TestAnswers(cascade.depth(), cascade.classes(), test);
    List<BeliefMetrics> modules = evaluator.evaluate(test, withLast);
    Progress progress = state.progress();
    return new RunResult(
        settings.get(ModelSetting.METHOD),
        parts.dataset().name(),
        settings.get(RunSetting.SEED),
        cascade.parameters().count(),
        settings.get(TrainingSetting.EPOCHS),
        progress.bestEpoch(),
        new Accuracies(progress.bestAccuracy(), progress.lastAccuracy()),
        test.size() == 0 ? new Accuracies(null, null) : new Accuracies(best, accuracy(modules)),
        results(modules),
        progress.trainSamples() / progress.trainSeconds(),
        PeakMemory.bytes(),
        wallSeconds,
        BuildInfo.load().version(),
        TestAnswers.classification(withBest, withLast, parts.dataset().classNames(), test),
        progress.epoch() <= settings.get(TrainingSetting.EPOCHS)
            ? Integer.valueOf(progress.epoch() - 1)
            : null);
  }

  static List<ModuleResult> results(List<BeliefMetrics> modules) {
    List<ModuleResult> results = new ArrayList<>();
    for (int i = 0; i < modules.size(); i++) {
      BeliefMetrics m = modules.get(i);
      results.add(new ModuleResult(i + 1, m.accuracy(), m.klTarget(), m.klPrevious()));
    }
    return results;
  }

  private static double accuracy(List<BeliefMetrics> modules) {
    return modules.get(modules.size() - 1).accuracy();
  }
}
