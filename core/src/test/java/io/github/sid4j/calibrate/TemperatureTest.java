package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.predict.Beliefs;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
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

  @Property(tries = 10)
  void whatWasMadeTooSureIsMadeAsSureAsItWas(
      @ForAll @DoubleRange(min = 0.25, max = 4) double factor, @ForAll long seed) {
    int[] labels = new int[20_000];
    List<float[]> right = beliefs(Rng.of(seed), labels);
    List<float[]> sharpened =
        right.stream().map(belief -> Beliefs.tempered(belief, 1 / factor)).toList();
    assertThat(Temperature.fit(right, labels)).isCloseTo(1, within(0.06));
    assertThat(Temperature.fit(sharpened, labels)).isCloseTo(factor, within(0.06 * factor));
  }

  @Property(tries = 20)
  void noTemperatureNearbyIsBetter(@ForAll long seed) {
    int[] labels = new int[300];
    List<float[]> beliefs = beliefs(Rng.of(seed), labels);
    double fitted = Temperature.fit(beliefs, labels);
    double least = Temperature.loss(beliefs, labels, fitted);
    for (double factor : new double[] {0.9, 0.99, 1.01, 1.1}) {
      assertThat(Temperature.loss(beliefs, labels, factor * fitted)).isGreaterThanOrEqualTo(least);
    }
  }

  @Test
  void certaintyThatIsWrongIsNoInfinity() {
    assertThat(Temperature.fit(List.of(new float[] {1, 0}), new int[] {1})).isBetween(1.0, 50.0);
  }
}
