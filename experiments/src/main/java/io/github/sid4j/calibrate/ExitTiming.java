package io.github.sid4j.calibrate;

import io.github.sid4j.data.Examples;
import io.github.sid4j.predict.Calibration.Time;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ExitRule;
import java.util.List;

/** Times a rule beside all modules, in turns, so that whatever slows the machine slows both. */
final class ExitTiming {
  private static final int SAMPLES = 2000;
  private static final int TURNS = 3;

  private ExitTiming() {}

  static Time of(
      Classifier classifier,
      ExitRule rule,
      List<Double> temperatures,
      Examples examples,
      int threads) {
    int samples = Math.min(SAMPLES, examples.size());
    List<float[]> values = DepthBeliefs.values(examples, 0, samples);
    double fullSeconds = Double.POSITIVE_INFINITY;
    double chosenSeconds = Double.POSITIVE_INFINITY;
    for (int turn = 0; turn < TURNS; turn++) {
      fullSeconds =
          Math.min(fullSeconds, seconds(classifier, ExitRule.NEVER, temperatures, values));
      chosenSeconds = Math.min(chosenSeconds, seconds(classifier, rule, temperatures, values));
    }
    return new Time(samples, TURNS, threads, fullSeconds, chosenSeconds);
  }

  private static double seconds(
      Classifier classifier, ExitRule rule, List<Double> temperatures, List<float[]> values) {
    long begun = System.nanoTime();
    classifier.classifyPrepared(values, rule, temperatures);
    return (System.nanoTime() - begun) / 1e9;
  }
}
