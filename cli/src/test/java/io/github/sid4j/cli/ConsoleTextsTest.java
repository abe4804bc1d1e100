package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleTextsTest {
  @Test
  void percentagesHaveTwoDecimals() {
    assertThat(ConsoleTexts.percent(0.97224)).isEqualTo("97.22 %");
    assertThat(ConsoleTexts.percent(1.0)).isEqualTo("100.00 %");
    assertThat(ConsoleTexts.percent(null)).isEqualTo("-");
    assertThat(ConsoleTexts.percent(Double.NaN)).isEqualTo("-");
  }

  @Test
  void divergencesStayNarrow() {
    assertThat(ConsoleTexts.nats(0.12345)).isEqualTo("0.1235");
    assertThat(ConsoleTexts.nats(-0.00001)).isEqualTo("-0.0000");
    assertThat(ConsoleTexts.nats(123456789)).isEqualTo("1.235e+08");
    assertThat(ConsoleTexts.nats(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    assertThat(ConsoleTexts.nats(Double.NaN)).isEqualTo("-");
  }

  @Test
  void learningRatesAreShort() {
    assertThat(ConsoleTexts.rounded(0.001)).isEqualTo("0.001");
    assertThat(ConsoleTexts.rounded(0.000123456)).isEqualTo("0.000123");
    assertThat(ConsoleTexts.rounded(1e-9)).isEqualTo("1E-9");
  }

  @Test
  void durationsAreInTheUnitsThatMatter() {
    assertThat(ConsoleTexts.duration(4.23)).isEqualTo("4.2 s");
    assertThat(ConsoleTexts.duration(187)).isEqualTo("3 min 07 s");
    assertThat(ConsoleTexts.duration(3720)).isEqualTo("1 h 02 min");
  }

  @Test
  void longTextsAreBrokenAtBlanksUnderTheirBeginning() {
    assertThat(ConsoleTexts.wrap(79, "words  ", "twelve chars ".repeat(8).strip()))
        .containsExactly(
            "words  twelve chars twelve chars twelve chars twelve chars twelve chars twelve",
            "       chars twelve chars twelve chars")
        .allMatch(line -> line.length() <= 79);
    assertThat(ConsoleTexts.wrap(79, "run ", "x".repeat(100)))
        .containsExactly("run " + "x".repeat(100));
  }

  @Test
  void aWiderWindowBreaksLaterAndWithoutOneNothingIsBroken() {
    String words = "twelve chars ".repeat(8).strip();
    assertThat(ConsoleTexts.wrap(111, "words  ", words)).containsExactly("words  " + words);
    assertThat(ConsoleTexts.wrap(Terminal.UNBROKEN, "", words.repeat(50))).hasSize(1);
  }

  @Test
  void sizesAreInTheUnitsThatMatter() {
    assertThat(ConsoleTexts.bytes(0)).isEqualTo("0.0 kB");
    assertThat(ConsoleTexts.bytes(12_345)).isEqualTo("12.3 kB");
    assertThat(ConsoleTexts.bytes(1_234_567)).isEqualTo("1.2 MB");
    assertThat(ConsoleTexts.bytes(12_345_678_901L)).isEqualTo("12.3 GB");
  }
}
