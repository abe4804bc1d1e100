package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.internal.predict.Beliefs;
import io.github.sid4j.internal.statistics.Binomial;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TemperatureTest {
  private static final int CLASSES = 4;

  /** Random beliefs, and labels that are drawn by them. */
  private static List<float[]> beliefs(Rng rng, int[] labels) {
    List<float[]> beliefs = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      float[] belief = new float[CLASSES];
      float sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        belief[c] = (float) Math.exp(2 * rng.nextNormal());
        sum += belief[c];
      }
      double point = rng.nextDouble();
      int label = 0;
      for (int c = 0; c < CLASSES; c++) {
        belief[c] /= sum;
        point -= belief[c];
        label = point > 0 && c + 1 < CLASSES ? c + 1 : label;
      }
      labels[i] = label;
      beliefs.add(belief);
    }
    return beliefs;
  }

  private static double fit(List<float[]> beliefs, int... labels) {
    return Temperature.fit(Logarithms.of(beliefs, labels));
  }

  private static TemperatureFit checked(List<float[]> beliefs, int... labels) {
    return TemperatureFit.of(Logarithms.of(beliefs, labels));
  }

  private static List<float[]> at(List<float[]> beliefs, double temperature) {
    return beliefs.stream().map(belief -> Beliefs.tempered(belief, temperature)).toList();
  }

  /** Beliefs in the first of three classes, with a confidence. */
  private static List<float[]> sure(int samples, float confidence) {
    float rest = (1 - confidence) / 2;
    return Collections.nCopies(samples, new float[] {confidence, rest, rest});
  }

  @Property(tries = 10)
  void manySamplesUndoAWrongTemperature(
      @ForAll @DoubleRange(min = 0.25, max = 4) double factor, @ForAll long seed) {
    int[] labels = new int[20_000];
    List<float[]> right = beliefs(Rng.of(seed), labels);
    assertThat(fit(at(right, 1 / factor), labels)).isCloseTo(factor, within(0.1 * factor));
    assertThat(Math.abs(checked(right, labels).temperature() - 1)).isLessThan(0.05);
  }

  @Property(tries = 20)
  void theMeanConfidenceMovesTowardsTheAccuracyAndNotBeyondItsInterval(
      @ForAll @DoubleRange(min = 0.25, max = 4) double factor,
      @ForAll @IntRange(min = 30, max = 400) int samples,
      @ForAll long seed) {
    int[] labels = new int[samples];
    List<float[]> beliefs = at(beliefs(Rng.of(seed), labels), 1 / factor);
    Logarithms logarithms = Logarithms.of(beliefs, labels);
    double before = logarithms.confidence(1);
    double after = logarithms.confidence(Temperature.fit(logarithms));
    double least = Binomial.lower(logarithms.right(), samples, 0.05);
    double most = Binomial.upper(logarithms.right(), samples, 0.05);
    if (before >= least && before <= most) {
      assertThat(after).isEqualTo(before);
    } else if (before < least) {
      assertThat(after).isBetween(before - 1e-6, least + 1e-6);
    } else {
      assertThat(after).isBetween(most - 1e-6, before + 1e-6);
    }
  }

  @Property(tries = 10)
  void onNewSamplesTheCalibrationErrorDoesNotGetWorse(
      @ForAll @DoubleRange(min = 0.5, max = 2) double factor,
      @ForAll @IntRange(min = 5, max = 200) int samples,
      @ForAll long seed) {
    int[] labels = new int[samples];
    List<float[]> few = at(beliefs(Rng.of(seed), labels), 1 / factor);
    double temperature = checked(few, labels).temperature();
    int[] newLabels = new int[20_000];
    List<float[]> fresh = at(beliefs(Rng.of(seed + 1), newLabels), 1 / factor);
    DepthBeliefs raw = new DepthBeliefs(newLabels, List.of(fresh));
    double before = Reliability.of(raw, 0).error();
    double after = Reliability.of(raw.at(List.of(temperature)), 0).error();
    // One in twenty may be a little worse.
    assertThat(after).isLessThan(before + 0.02);
  }

  @Test
  void samplesWithoutAnErrorDoNotMakeAModelCertain() {
    TemperatureFit fit = checked(sure(48, 0.8f), new int[48]);
    Logarithms logarithms = Logarithms.of(sure(48, 0.8f), new int[48]);
    // Of 48 right ones an accuracy of 0.9395 is not excluded: 0.05 to the power of 1 / 48.
    assertThat(logarithms.confidence(fit.temperature())).isBetween(0.9, 0.9396);
    assertThat(fit.fit().gain()).isPositive();
    TemperatureFit sure = checked(sure(48, 0.97f), new int[48]);
    assertThat(sure.temperature()).isEqualTo(1);
    assertThat(sure.fit().reason()).contains("kept at 1").contains("48");
    assertThat(sure.fit().gain()).isNull();
  }

  @Test
  void fewSamplesKeepTheTemperatureAndSaySo() {
    TemperatureFit fit = checked(sure(29, 0.4f), new int[29]);
    assertThat(fit.temperature()).isEqualTo(1);
    assertThat(fit.fit().reason()).contains("29 samples are too few");
  }

  @Test
  void aModelAtChanceIsLeftAsItIs() {
    int[] labels = IntStream.range(0, 90).map(i -> i % 3).toArray();
    assertThat(checked(sure(90, 0.34f), labels).temperature()).isEqualTo(1);
  }

  @Test
  void certaintyThatIsWrongIsNoInfinity() {
    List<float[]> wrong = Collections.nCopies(60, new float[] {1, 0});
    int[] labels = new int[60];
    Arrays.fill(labels, 1);
    assertThat(checked(wrong, labels).temperature()).isBetween(1.0, Temperature.HOTTEST);
  }
}
