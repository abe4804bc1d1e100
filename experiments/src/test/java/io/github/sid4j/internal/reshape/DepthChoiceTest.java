package io.github.sid4j.internal.reshape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepthChoiceTest {
  /** Modules that are right about so many samples, the same ones first. */
  private static List<BitSet> right(int... counts) {
    return Arrays.stream(counts)
        .mapToObj(
            count -> {
              BitSet set = new BitSet();
              set.set(0, count);
              return set;
            })
        .toList();
  }

  @Test
  void modulesThatAreShownToBeNeedlessAreLeftOut() {
    assertThat(DepthChoice.of(right(900, 995, 995, 995), 1000, 0.003).modules()).isEqualTo(2);
    assertThat(DepthChoice.of(right(900, 995, 995, 995), 1000, 0.2).modules()).isEqualTo(1);
  }

  @Test
  void fewSamplesKeepAllModulesAndSayHowManyItWouldTake() {
    DepthChoice choice = DepthChoice.of(right(140, 142, 142), 144, 0.003);
    assertThat(choice.modules()).isEqualTo(3);
    assertThat(choice.samplesNeeded()).isBetween(990L, 1010L);
    assertThat(choice.reason()).contains("144 validation samples cannot show");
  }

  @Test
  void modulesThatAreWorthMoreThanTheToleranceStay() {
    DepthChoice choice = DepthChoice.of(right(800, 900), 1000, 0.003);
    assertThat(choice.modules()).isEqualTo(2);
    assertThat(choice.samplesNeeded()).isNull();
    assertThat(choice.reason()).contains("loses more");
  }

  @Test
  void aBetterDepthInTheMiddleIsWhatShorterOnesAreComparedWith() {
    assertThat(DepthChoice.of(right(4500, 4900, 4510), 5000, 0.003).modules()).isEqualTo(2);
  }
}
