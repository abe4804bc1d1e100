package io.github.sid4j.internal.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnProfileTest {
  private static final CellFormat POINT =
      new CellFormat(DecimalSign.POINT, CellFormat.DEFAULT_MARKS);

  @ParameterizedTest
  @ValueSource(strings = {"3.1 cm", "abc", "4,90", "inf", "0x1p3", "unknown"})
  void aColumnOfWhichHalfAreNumbersIsOneOfNumbers(String odd) {
    assertThat(use("1", odd, "")).isEqualTo(ColumnUse.NUMBER);
    assertThat(use("1", "2", "3", odd, odd)).isEqualTo(ColumnUse.NUMBER);
  }

  @Test
  void aColumnOfWhichFewerAreNumbersHasCategories() {
    assertThat(use("1", "b", "c")).isEqualTo(ColumnUse.CATEGORY);
    assertThat(use("true", "FALSE", "yes")).isEqualTo(ColumnUse.CATEGORY);
    assertThat(use("3 doors", "5 doors", "1st")).isEqualTo(ColumnUse.CATEGORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4,90",
        "1.234,5",
        "1,234.50",
        "1 234",
        "1\u00A0234",
        "inf",
        "1e999",
        "\u0663.\u0664"
      })
  void numbersInAnotherFormMakeNoCategories(String cell) {
    assertThat(use(cell, cell)).isEqualTo(ColumnUse.NUMBER);
  }

  @Test
  void aColumnWithoutValuesHasCategories() {
    assertThat(use("", "?")).isEqualTo(ColumnUse.CATEGORY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#.5 cm", "$#.50", "# %", "2024-01-#", "-# EUR"})
  void manyQuantitiesThatAreNoPlainNumbersAreRefused(String form) {
    String[] cells =
        IntStream.range(10, 43).mapToObj(i -> form.replace("#", "" + i)).toArray(String[]::new);
    assertThatThrownBy(() -> use(cells))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("33 different texts, such as \"" + cells[0] + "\"")
        .hasMessageContaining("set columns to say number, category or drop");
    assertThat(use(Arrays.copyOf(cells, 32))).isEqualTo(ColumnUse.CATEGORY);
  }

  @Test
  void tooManyCategoriesAreRefusedWithOneThatIsNoNumber() {
    Stream<String> some = IntStream.range(0, 60).mapToObj(i -> "" + i);
    Stream<String> texts = IntStream.range(0, 200).mapToObj(i -> "id" + i);
    String[] cells = Stream.concat(some, texts).toArray(String[]::new);
    assertThatThrownBy(() -> use(cells))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "f column \"id\": expected numbers, or at most 256 different texts, found 260 different"
                + " texts, such as \"id0\"; set columns to say number, category or drop for it");
  }

  @Test
  void moreCategoriesAreAllowedWhereTheUserSaysSo() {
    List<String> cells = new ArrayList<>(IntStream.range(0, 4096).mapToObj(i -> "" + i).toList());
    profile(cells.toArray(String[]::new)).checkGivenCategories("f");
    cells.add("x");
    assertThatThrownBy(() -> profile(cells.toArray(String[]::new)).checkGivenCategories("f"))
        .hasMessageContaining("expected at most 4096 categories, found more than 4096");
  }

  private static ColumnUse use(String... cells) {
    return profile(cells).use("f column \"id\"");
  }

  private static ColumnProfile profile(String... cells) {
    ColumnProfile profile = new ColumnProfile();
    for (String cell : cells) {
      profile.see(cell, POINT);
    }
    return profile;
  }
}
