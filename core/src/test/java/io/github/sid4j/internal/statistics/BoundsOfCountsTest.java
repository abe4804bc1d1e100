package io.github.sid4j.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoundsOfCountsTest {
  @Test
  void theExactBoundsAreThoseOfTheirDefinition() {
    // None of n: the probability of none is the risk at the bound.
    assertThat(Binomial.upper(0, 48, 0.05)).isCloseTo(1 - Math.pow(0.05, 1 / 48.0), within(1e-9));
    assertThat(Binomial.lower(48, 48, 0.05)).isCloseTo(Math.pow(0.05, 1 / 48.0), within(1e-9));
    assertThat(Binomial.lower(0, 10, 0.05)).isZero();
    assertThat(Binomial.upper(10, 10, 0.05)).isEqualTo(1);
    // R: binom.test(8, 10)$conf.int and binom.test(20, 5000)$conf.int
    assertThat(Binomial.lower(8, 10, 0.025)).isCloseTo(0.4439045, within(1e-6));
    assertThat(Binomial.upper(8, 10, 0.025)).isCloseTo(0.9747893, within(1e-6));
    assertThat(Binomial.upper(20, 5000, 0.025)).isCloseTo(0.0061713, within(1e-6));
  }

  @Property(tries = 100)
  void theTailAtTheBoundIsTheRisk(
      @ForAll @IntRange(min = 1, max = 60) int trials, @ForAll @IntRange(max = 59) int found) {
    int successes = Math.min(found, trials - 1);
    double bound = Binomial.upper(successes, trials, 0.05);
    double tail = 0;
    double term = Math.pow(1 - bound, trials);
    for (int k = 0; k <= successes; k++) {
      tail += term;
      term *= (trials - k) / (k + 1.0) * bound / (1 - bound);
    }
    assertThat(tail).isCloseTo(0.05, within(1e-6));
  }

  @Test
  void normalQuantilesAreThoseOfTables() {
    assertThat(Normal.quantile(0.95)).isCloseTo(1.644854, within(1e-5));
    assertThat(Normal.quantile(0.975)).isCloseTo(1.959964, within(1e-5));
    assertThat(Normal.quantile(0.025)).isCloseTo(-1.959964, within(1e-5));
  }

  @Test
  void theLossOfManyPairsIsBoundedByTheScore() {
    // Of equal numbers lost and gained: z^2-like, about 1.645 * sqrt(60) / 5000.
    assertThat(new PairedLoss(30, 30, 5000).upper(0.05)).isCloseTo(0.00255, within(1e-4));
    assertThat(new PairedLoss(0, 0, 1000).upper(0.05))
        .isCloseTo(1 - Math.pow(0.05, 1e-3), within(1e-9));
    assertThat(new PairedLoss(0, 400, 1000).upper(0.05)).isLessThan(0.01);
    assertThat(new PairedLoss(3, 0, 10).upper(0.05)).isLessThan(0.7).isGreaterThan(0.5);
  }

  @Property(tries = 20)
  void theTrueLossExceedsTheBoundAboutAsOftenAsTheRiskSays(
      @ForAll @IntRange(min = 50, max = 400) int samples, @ForAll long seed) {
    double lost = 0.03;
    double gained = 0.01;
    Rng rng = Rng.of(seed);
    int exceeded = 0;
    for (int turn = 0; turn < 200; turn++) {
      int a = 0;
      int b = 0;
      for (int i = 0; i < samples; i++) {
        double draw = rng.nextDouble();
        a += draw < lost ? 1 : 0;
        b += draw >= lost && draw < lost + gained ? 1 : 0;
      }
      exceeded += new PairedLoss(a, b, samples).upper(0.05) < lost - gained ? 1 : 0;
    }
    // 10 of 200 are expected; 27 are five standard deviations more.
    assertThat(exceeded).isLessThanOrEqualTo(27);
  }

  @Test
  void theSamplesThatAreNeededAreEnough() {
    PairedLoss none = new PairedLoss(0, 0, 100);
    long needed = none.samplesFor(0.003, 0.05);
    assertThat(needed).isBetween(990L, 1010L);
    assertThat(new PairedLoss(0, 0, needed).upper(0.05)).isLessThanOrEqualTo(0.003);
    assertThat(none.samplesFor(0, 0.05)).isZero();
    assertThat(new PairedLoss(10, 0, 100).samplesFor(0.003, 0.05)).isZero();
  }
}
