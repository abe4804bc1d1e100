package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.predict.Calibration.JointReadout;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JointReadoutFitTest {
  private static final int CLASSES = 3;

  /** Modules that see the class through noise of their own; each is as sure as it should be. */
  private static DepthBeliefs independent(int samples, int modules, long seed) {
    Rng rng = Rng.of(seed);
    int[] labels = new int[samples];
    List<List<float[]>> beliefs = new ArrayList<>();
    IntStream.range(0, modules).forEach(j -> beliefs.add(new ArrayList<>()));
    for (int i = 0; i < samples; i++) {
      labels[i] = rng.nextInt(CLASSES);
      for (List<float[]> module : beliefs) {
        double[] logits = new double[CLASSES];
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
          // Of a normal number with this shift the posterior has this logit.
          logits[c] = Math.exp((c == labels[i] ? 1 : 0) + rng.nextNormal());
          sum += logits[c];
        }
        float[] belief = new float[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
          belief[c] = (float) (logits[c] / sum);
        }
        module.add(belief);
      }
    }
    return new DepthBeliefs(labels, beliefs);
  }

  @Test
  void modulesThatKnowDifferentThingsAreMultiplied() {
    JointReadout joint = JointReadoutFit.of(independent(3000, 3, 1), independent(3000, 3, 2));
    assertThat(joint.weights()).allSatisfy(w -> assertThat(w).isCloseTo(1, within(0.15)));
    assertThat(joint.gain()).isGreaterThan(10 * joint.standardError());
    double last = independent(3000, 3, 2).accuracy(2);
    assertThat(joint.testAccuracy()).isGreaterThan(last + 0.1);
    assertThat(joint.accuracy()).isGreaterThan(last + 0.1);
    assertThat(joint.ece()).isLessThan(0.05);
  }

  /** Where earlier modules are noise, nothing is gained, and that shows. */
  @Test
  void modulesThatKnowNothingGetNoWeight() {
    DepthBeliefs good = independent(500, 1, 3);
    DepthBeliefs noise = independent(500, 1, 4);
    JointReadout joint =
        JointReadoutFit.of(
            new DepthBeliefs(good.labels(), List.of(noise.beliefs().get(0), good.beliefs().get(0))),
            null);
    assertThat(joint.weights().get(0)).isBetween(0.0, 0.15);
    assertThat(joint.weights().get(1)).isCloseTo(1, within(0.2));
    assertThat(joint.gain()).isLessThan(3 * joint.standardError());
    assertThat(joint.testAccuracy()).isNull();
  }

  /** No weight next to the best is better, and none is below 0. */
  @Test
  void theWeightsAreAMinimum() {
    LogLinear samples = LogLinear.of(independent(200, 4, 5));
    double[] weights = LogLinearFit.of(samples);
    double least = loss(samples, weights);
    for (int j = 0; j < weights.length; j++) {
      assertThat(weights[j]).isNotNegative();
      for (double step : new double[] {-0.01, 0.01}) {
        double[] moved = weights.clone();
        moved[j] = Math.max(0, moved[j] + step);
        assertThat(loss(samples, moved)).isGreaterThanOrEqualTo(least - 1e-12);
      }
    }
  }

  private static double loss(LogLinear samples, double... weights) {
    double sum = 0;
    for (int i = 0; i < samples.size(); i++) {
      sum += samples.loss(i, weights);
    }
    for (int j = 0; j < weights.length; j++) {
      double off = weights[j] - (j + 1 == weights.length ? 1 : 0);
      sum += off * off / 2;
    }
    return sum / samples.size();
  }

  @Test
  void nothingIsMeasuredOfOneModuleOrOfFewSamples() {
    assertThat(JointReadoutFit.of(independent(100, 1, 6), null)).isNull();
    assertThat(JointReadoutFit.of(independent(29, 2, 6), null)).isNull();
  }
}
