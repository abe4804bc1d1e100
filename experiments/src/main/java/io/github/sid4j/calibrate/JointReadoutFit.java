package io.github.sid4j.calibrate;

import io.github.sid4j.internal.report.statistics.Sample;
import io.github.sid4j.predict.Calibration.JointReadout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much better all modules' beliefs answer together than the last one at its temperature: each
 * fifth of the validation samples is answered by weights and by a temperature that were fitted on
 * the others.
 */
final class JointReadoutFit {
  /** Their curvature takes the square of their number. */
  static final int MOST_MODULES = 50;

  private static final int FOLDS = 5;

  private JointReadoutFit() {}

  /**
   * Fits and measures.
   *
   * @param test by which nothing is fitted; {@code null} without a test part
   * @return {@code null} where one module answers, there are too many, or too few samples
   */
  static @Nullable JointReadout of(DepthBeliefs validation, @Nullable DepthBeliefs test) {
    int depth = validation.depth();
    if (depth < 2 || depth > MOST_MODULES || validation.size() < TemperatureFit.LEAST_SAMPLES) {
      return null;
    }
    LogLinear samples = LogLinear.of(validation);
    Logarithms last = Logarithms.of(validation.beliefs().get(depth - 1), validation.labels());
    double[] gains = new double[samples.size()];
    float[][] answers = new float[samples.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      int[] others = fold(samples.size(), fold, false);
      double[] weights = LogLinearFit.of(samples.at(others));
      double temperature = Temperature.fit(last.at(others));
      for (int i : fold(samples.size(), fold, true)) {
        gains[i] = last.loss(i, temperature) - samples.loss(i, weights);
        answers[i] = samples.belief(i, weights);
      }
    }
    double[] weights = LogLinearFit.of(samples);
    DepthBeliefs heldOut = one(validation.labels(), Arrays.asList(answers));
    DepthBeliefs tested = test == null ? null : answered(test, weights);
    Sample gain = Sample.of(gains);
    return new JointReadout(
        Arrays.stream(weights).boxed().toList(),
        heldOut.accuracy(0),
        Reliability.of(heldOut, 0).error(),
        gain.mean(),
        gain.deviation() / Math.sqrt(gain.n()),
        tested == null ? null : tested.accuracy(0),
        tested == null ? null : Reliability.of(tested, 0).error());
  }

  private static DepthBeliefs answered(DepthBeliefs test, double... weights) {
    LogLinear samples = LogLinear.of(test);
    List<float[]> answers = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      answers.add(samples.belief(i, weights));
    }
    return one(test.labels(), answers);
  }

  private static DepthBeliefs one(int[] labels, List<float[]> answers) {
    return new DepthBeliefs(labels, List.of(answers));
  }

  private static int[] fold(int samples, int fold, boolean held) {
    return IntStream.range(0, samples).filter(i -> (i % FOLDS == fold) == held).toArray();
  }
}
