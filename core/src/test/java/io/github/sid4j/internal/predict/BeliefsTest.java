package io.github.sid4j.internal.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BeliefsTest {
  private static float[] belief(List<Float> weights) {
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    float[] belief = new float[weights.size()];
    for (int c = 0; c < belief.length; c++) {
      belief[c] = weights.get(c) / sum;
    }
    return belief;
  }

  @Property(tries = 1000)
  void aTemperedBeliefHasTheSameBestClassAndSumsToOne(
      @ForAll @Size(min = 2, max = 6) List<@FloatRange(min = 0.01f, max = 100) Float> weights,
      @ForAll @DoubleRange(min = 0.2, max = 5) double temperature) {
    float[] belief = belief(weights);
    float[] tempered = Beliefs.tempered(belief, temperature);
    double sum = 0;
    for (float probability : tempered) {
      sum += probability;
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
    assertThat(tempered[Beliefs.best(belief)]).isEqualTo(tempered[Beliefs.best(tempered)]);
  }

  @Test
  void temperatureTwoTakesSquareRoots() {
    assertThat(Beliefs.tempered(new float[] {0.64f, 0.32f, 0.04f}, 2))
        .containsExactly(
            new float[] {
              (float) (0.8 / (1 + Math.sqrt(0.32))),
              (float) (Math.sqrt(0.32) / (1 + Math.sqrt(0.32))),
              (float) (0.2 / (1 + Math.sqrt(0.32)))
            },
            within(1e-6f));
  }

  @Test
  void aProbabilityOfNothingStaysNothing() {
    assertThat(Beliefs.tempered(new float[] {1, 0}, 3)).containsExactly(1, 0);
  }

  @Test
  void ofEqualsTheFirstIsBest() {
    assertThat(Beliefs.best(new float[] {0.2f, 0.4f, 0.4f})).isEqualTo(1);
  }
}
