package io.github.sid4j.calibrate;

import io.github.sid4j.internal.statistics.PairedLoss;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.ExitRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The results that rules would have, from beliefs of all modules, without computing anything again.
 */
final class ExitSimulation {
  private static final int STEPS = 100;

  /** Beyond the steps: where a cascade is often nearly certain, these differ. */
  private static final List<Double> NEARLY_CERTAIN = List.of(0.995, 0.998, 0.999, 0.9999);

  private final DepthBeliefs beliefs;

  /** The share of all multiplications up to and with each module. */
  private final List<Double> compute;

  private final int[][] best;
  private final double[][] confidence;

  ExitSimulation(DepthBeliefs beliefs, List<Double> compute) {
    this.beliefs = beliefs;
    this.compute = compute;
    this.best = new int[beliefs.depth()][];
    this.confidence = new double[beliefs.depth()][];
    for (int i = 0; i < best.length; i++) {
      best[i] = beliefs.best(i);
      confidence[i] = beliefs.confidence(i);
    }
  }

  Outcome of(ExitRule rule) {
    return trial(rule).outcome();
  }

  Trial trial(ExitRule rule) {
    int last = best.length - 1;
    int right = 0;
    int lost = 0;
    int gained = 0;
    double share = 0;
    double squares = 0;
    long depths = 0;
    for (int sample = 0; sample < beliefs.size(); sample++) {
      int module = 0;
      int before = -1;
      while (module + 1 < best.length
          && !rule.ends(before, best[module][sample], confidence[module][sample])) {
        before = best[module][sample];
        module++;
      }
      boolean isRight = best[module][sample] == beliefs.labels()[sample];
      boolean wasRight = best[last][sample] == beliefs.labels()[sample];
      right += isRight ? 1 : 0;
      lost += wasRight && !isRight ? 1 : 0;
      gained += isRight && !wasRight ? 1 : 0;
      share += compute.get(module);
      squares += compute.get(module) * compute.get(module);
      depths += module + 1;
    }
    double size = beliefs.size();
    double mean = share / size;
    return new Trial(
        new Outcome(rule, right / size, mean, depths / size),
        new PairedLoss(lost, gained, beliefs.size()),
        right,
        Math.sqrt(Math.max(0, squares / size - mean * mean)));
  }

  /** All rules of a kind, from the least sure to the surest. */
  List<Trial> curve(ExitRule.Kind kind) {
    List<Double> thresholds = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      thresholds.add(step / (double) STEPS);
    }
    thresholds.addAll(NEARLY_CERTAIN);
    return thresholds.stream().map(threshold -> trial(new ExitRule(kind, threshold))).toList();
  }
}
