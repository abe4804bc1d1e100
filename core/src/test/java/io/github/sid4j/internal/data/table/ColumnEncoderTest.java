package io.github.sid4j.internal.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ColumnEncoderTest {
  private static final CellFormat POINT =
      new CellFormat(DecimalSign.POINT, CellFormat.DEFAULT_MARKS);

  @Test
  void numbersAreStandardised() {
    ColumnEncoder encoder = numbers("1", "2.0", "3e0");
    assertThat(encoder.width()).isEqualTo(1);
    assertThat(encode(encoder, "2")).containsExactly(0);
    assertThat(encode(encoder, "3")[0]).isEqualTo((float) Math.sqrt(1.5));
  }

  @Test
  void missingNumbersBecomeTheMeanAndAreMarkedIfTrainingHasShownSome() {
    assertThat(encode(numbers("1", "", "3"), "?")).containsExactly(0, 1);
    assertThat(encode(numbers("1", "NA", "3"), "2")).containsExactly(0, 0);
    assertThat(encode(numbers("1", "3"), "")).containsExactly(0);
  }

  @Test
  void aCellThatIsNoNumberIsReportedAsBad() {
    ColumnEncoder encoder = numbers("1", "?", "3");
    assertThat(kind(encoder, "many")).isEqualTo(CellKind.BAD);
    assertThat(kind(encoder, "1e999")).isEqualTo(CellKind.BAD);
    assertThat(kind(encoder, "nan")).isEqualTo(CellKind.MISSING);
    assertThat(kind(encoder, "2")).isEqualTo(CellKind.VALUE);
  }

  @Test
  void categoriesAreOneHotInOrderOfTheirNamesAndUnseenOnesAreZeros() {
    ColumnEncoder encoder = categories("red", "blue", "red\u00A0");
    assertThat(encode(encoder, "blue")).containsExactly(1, 0);
    assertThat(encode(encoder, " red")).containsExactly(0, 1);
    assertThat(encode(encoder, "green")).containsExactly(0, 0);
    assertThat(encode(encoder, "")).containsExactly(0, 0);
    assertThat(kind(encoder, "green")).isEqualTo(CellKind.UNKNOWN);
    assertThat(kind(encoder, "")).isEqualTo(CellKind.MISSING);
  }

  @Test
  void missingIsACategoryIfTrainingHasShownIt() {
    assertThat(encode(categories("red", "?"), "NULL")).containsExactly(1, 0);
  }

  @Test
  void aCategoryOfAnEarlierModelThatIsAMissingMarkNowKeepsItsPlace() {
    ColumnEncoder earlier = new CategoricalEncoder(List.of("", "nan", "red"));
    assertThat(encode(earlier, "nan")).containsExactly(0, 1, 0);
    assertThat(kind(earlier, "nan")).isEqualTo(CellKind.VALUE);
    assertThat(encode(earlier, "?")).containsExactly(1, 0, 0);
  }

  @Test
  void rareCategoriesAreOneWithThoseThatTrainingHasNotShown() {
    List<String> cells = List.of("red", "red", "blue", "green", "", "red", "blue");
    ColumnEncoder encoder = CategoricalEncoder.learn(cells, POINT, 2);
    assertThat(encode(encoder, "")).containsExactly(1, 0, 0, 0);
    assertThat(encode(encoder, "blue")).containsExactly(0, 1, 0, 0);
    assertThat(encode(encoder, "green")).containsExactly(0, 0, 0, 1);
    assertThat(encode(encoder, "pink")).containsExactly(0, 0, 0, 1);
    assertThat(kind(encoder, "pink")).isEqualTo(CellKind.UNKNOWN);
    ColumnEncoder noneRare = CategoricalEncoder.learn(List.of("a", "a", "b", "b"), POINT, 2);
    assertThat(encode(noneRare, "c")).containsExactly(0, 0);
    // Missing has no place here, and is not one of the rare.
    ColumnEncoder noneMissing = CategoricalEncoder.learn(List.of("a", "a", "b"), POINT, 2);
    assertThat(encode(noneMissing, "?")).containsExactly(0, 0);
  }

  @Test
  void aColumnWithoutAnyValueIsOneCategory() {
    assertThat(encode(categories("", "?"), "NA")).containsExactly(1);
  }

  @Test
  void aConstantColumnSaysNothing() {
    ColumnEncoder encoder = numbers("0.1", "0.1", "0.1");
    assertThat(encode(encoder, "0.1")).containsExactly(0);
    assertThat(encode(encoder, "1e30")).containsExactly(0);
  }

  @Test
  void aKeptPartWithoutNumbersLearnsNothing() {
    ColumnEncoder encoder = NumberScaling.STANDARD.learn(List.of("?"), List.of("?", "3"), POINT, 1);
    assertThat(encode(encoder, "3")).containsExactly(0, 0);
  }

  @Test
  void numbersWhoseSquaresVanishAreStandardisedAllTheSame() {
    ColumnEncoder encoder = numbers("1e-200", "2e-200", "3e-200");
    assertThat(encode(encoder, "3e-200")[0]).isEqualTo((float) Math.sqrt(1.5));
  }

  @Property(tries = 1000)
  void anyNumbersGiveFiniteValues(@ForAll @Size(min = 1, max = 9) List<Float> numbers) {
    ColumnEncoder encoder = numbers(numbers.stream().map(String::valueOf).toArray(String[]::new));
    for (Float number : numbers) {
      assertThat(encode(encoder, number.toString())).doesNotContain(Float.NaN);
      assertThat(Math.abs(encode(encoder, number.toString())[0])).isLessThanOrEqualTo(3);
    }
    assertThat(Math.abs(encode(encoder, "3e38")[0])).isLessThanOrEqualTo(1e6f);
  }

  private static ColumnEncoder numbers(String... cells) {
    return NumberScaling.STANDARD.learn(List.of(cells), List.of(cells), POINT, 1);
  }

  private static ColumnEncoder categories(String... cells) {
    return CategoricalEncoder.learn(new ArrayList<>(List.of(cells)), POINT, 0);
  }

  private static float[] encode(ColumnEncoder encoder, String cell) {
    float[] values = new float[encoder.width()];
    encoder.encode(cell, POINT, values, 0);
    return values;
  }

  private static CellKind kind(ColumnEncoder encoder, String cell) {
    return encoder.encode(cell, POINT, new float[encoder.width()], 0);
  }
}
