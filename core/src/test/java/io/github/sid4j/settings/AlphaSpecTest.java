package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaSpecTest {
  @Test
  void oneNumberIsForAllModules() {
    assertThat(AlphaSpec.parse("0.5").resolve(3)).containsExactly(0.5, 0.5, 0.5);
  }

  @Test
  void aListIsByModuleAndFitsThatNumberOnly() {
    AlphaSpec alpha = AlphaSpec.parse(" 0.9, 0.5,0.3");
    assertThat(alpha.resolve(3)).containsExactly(0.9, 0.5, 0.3);
    assertThat(alpha).hasToString("0.9,0.5,0.3");
    assertThatIllegalArgumentException().isThrownBy(() -> alpha.resolve(2));
  }

  @Test
  void aLineGoesEvenlyFromTheFirstModuleToTheLast() {
    AlphaSpec alpha = AlphaSpec.parse("0.9..0.3");
    assertThat(alpha.resolve(4)).containsExactly(new double[] {0.9, 0.7, 0.5, 0.3}, within(1e-12));
    assertThat(alpha.resolve(1)).containsExactly(0.9);
    assertThat(alpha).hasToString("0.9..0.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "1.01", "-0.5", "NaN", "0.5,", "0.9..", "0.9..0", "1..1..1", "x"})
  void otherTextsAreNoAlpha(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AlphaSpec.parse(text));
  }

  @Property(tries = 300)
  void aLineMeetsItsEndsAndNeverLeavesThem(
      @ForAll @DoubleRange(min = 0.01, max = 1) double first,
      @ForAll @DoubleRange(min = 0.01, max = 1) double last,
      @ForAll @IntRange(min = 2, max = 1000) int modules) {
    AlphaSpec line = AlphaSpec.parse(first + ".." + last);
    double[] alpha = line.resolve(modules);
    assertThat(alpha).hasSize(modules);
    assertThat(alpha[0]).isEqualTo(first);
    assertThat(alpha[modules - 1]).isEqualTo(last);
    for (double a : alpha) {
      assertThat(a).isBetween(Math.min(first, last) - 1e-15, Math.max(first, last) + 1e-15);
    }
    assertThat(AlphaSpec.parse(line.toString())).isEqualTo(line);
  }
}
