package io.github.sid4j.internal.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormatTest {
  private static final CellFormat POINT =
      new CellFormat(DecimalSign.POINT, CellFormat.DEFAULT_MARKS);
  private static final CellFormat COMMA =
      new CellFormat(DecimalSign.COMMA, CellFormat.DEFAULT_MARKS);

  @ParameterizedTest
  @CsvSource({"1,1", "+2.5,2.5", "-0,-0.0", ".5,0.5", "5.,5", "-2e3,-2000", "007,7", "1E-2,0.01"})
  void decimalNumbersAreRead(String cell, double value) {
    assertThat(POINT.number(cell)).isEqualTo(value);
    assertThat(POINT.number(" \u00A0" + cell + "\u202F ")).isEqualTo(value);
    assertThat(COMMA.number(cell.replace('.', ','))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4,90",
        "abc",
        "7.4 cm",
        "inf",
        "-Infinity",
        "1e999",
        "1e39",
        "1.234,5",
        "1,234.5",
        "1 234",
        "1\u00A0234",
        "0x1F",
        "1f",
        "0x1p3",
        "--1",
        ".",
        "+",
        "1_000",
        "$5",
        "5 %",
        "2024-01-05",
        "\u0663\u0664",
        "\uFF11",
        "1e",
        "true",
        "\u2212" + "5"
      })
  void anythingElseIsNoNumber(String cell) {
    assertThat(POINT.number(cell)).isNaN();
    assertThat(POINT.isMissing(cell)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u00A0", "?", "NA", "na", "N/A", "#N/A", "<NA>", "NaN", "nan", " NULL "})
  void theUsualMarksAreMissingInWhateverCase(String cell) {
    assertThat(POINT.isMissing(cell)).isTrue();
    assertThat(POINT.number(cell)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "-", "unknown", "0", "missing"})
  void othersAreMissingOnlyWhereTheyAreGiven(String mark) {
    assertThat(POINT.isMissing(mark)).isFalse();
    assertThat(new CellFormat(DecimalSign.POINT, List.of(mark)).isMissing(mark)).isTrue();
  }

  @Test
  void aGivenMarkMayBeANumber() {
    CellFormat format = new CellFormat(DecimalSign.POINT, List.of("-999"));
    assertThat(format.number("-999")).isNaN();
    assertThat(format.isMissing("NA")).isFalse();
    assertThat(format.isMissing("")).isTrue();
  }

  @Property
  void everyFloatIsReadAsItself(@ForAll float number) {
    String text = Float.toString(number);
    assertThat(POINT.number(text)).isEqualTo(Double.parseDouble(text));
    assertThat(COMMA.number(text.replace('.', ','))).isEqualTo(Double.parseDouble(text));
  }

  @Property
  void everyIntegerIsReadAsItself(@ForAll long number) {
    String text = Long.toString(number);
    assertThat(POINT.number(text)).isEqualTo(Double.parseDouble(text));
  }
}
