package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Examples;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.BuildInfo;
import io.github.sid4j.run.ModuleResult;
import io.github.sid4j.run.PeakMemory;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * The one look at the test part, when training is over: with the best and with the last weights.
 */
final class FinalTest {
  private final Settings settings;
  private final Cascade cascade;
  private final Objective objective;
  private final Examples test;
  private final List<String> classNames;

  FinalTest(
      Settings settings,
      Cascade cascade,
      Objective objective,
      Examples test,
      List<String> classNames) {
    this.settings = settings;
    this.cascade = cascade;
    this.objective = objective;
    this.test = test;
    this.classNames = classNames;
  }

  RunResult run(String dataset, RunState state, Journal journal) {
    Evaluator evaluator = new Evaluator(cascade, objective);
    TestAnswers withBest = new TestAnswers(cascade.depth(), cascade.classes(), test);
    state.best().swap();
    double best = accuracy(evaluator.evaluate(test, withBest));
    state.best().swap();
    TestAnswers withLast = new TestAnswers(cascade.depth(), cascade.classes(), test);
    List<BeliefMetrics> modules = evaluator.evaluate(test, withLast);
    Progress progress = state.progress();
    return new RunResult(
        settings.get(ModelSetting.METHOD),
        dataset,
        settings.get(RunSetting.SEED),
        cascade.parameters().count(),
        settings.get(TrainingSetting.EPOCHS),
        progress.bestEpoch(),
        new Accuracies(progress.bestAccuracy(), progress.lastAccuracy()),
        new Accuracies(best, accuracy(modules)),
        results(modules),
        progress.trainSamples() / progress.trainSeconds(),
        PeakMemory.bytes(),
        journal.wallSeconds(),
        BuildInfo.load().version(),
        TestAnswers.classification(withBest, withLast, classNames, test));
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
