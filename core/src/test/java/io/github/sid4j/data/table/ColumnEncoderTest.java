package io.github.sid4j.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnEncoderTest {
  @Test
  void numbersAreStandardised() {
    ColumnEncoder encoder = learn("1", "2.0", "3e0");
    assertThat(encoder.width()).isEqualTo(1);
    assertThat(encode(encoder, "2")).containsExactly(0);
    assertThat(encode(encoder, "3")[0]).isEqualTo((float) Math.sqrt(1.5));
  }

  @Test
  void missingNumbersBecomeTheMeanAndAreMarkedIfTrainingHasShownSome() {
    assertThat(encode(learn("1", "", "3"), "?")).containsExactly(0, 1);
    assertThat(encode(learn("1", "NA", "3"), "2")).containsExactly(0, 0);
    assertThat(encode(learn("1", "3"), "")).containsExactly(0);
  }

  @Test
  void textInANumericColumnLaterCountsAsMissing() {
    assertThat(encode(learn("1", "?", "3"), "many")).containsExactly(0, 1);
    assertThat(encode(learn("1", "3"), "1e999")).containsExactly(0);
  }

  @Test
  void categoriesAreOneHotInOrderOfTheirNamesAndUnseenOnesAreZeros() {
    ColumnEncoder encoder = learn("red", "blue", "red");
    assertThat(encode(encoder, "blue")).containsExactly(1, 0);
    assertThat(encode(encoder, "red")).containsExactly(0, 1);
    assertThat(encode(encoder, "green")).containsExactly(0, 0);
    assertThat(encode(encoder, "")).containsExactly(0, 0);
  }

  @Test
  void missingIsACategoryIfTrainingHasShownIt() {
    assertThat(encode(learn("red", "?"), "")).containsExactly(1, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f", "0x1p3", "Infinity", "1e39", "1,5", "--1", "1 2", "."})
  void whatIsNoDecimalNumberMakesTheColumnCategorical(String cell) {
    assertThat(learn("1", cell).width()).isEqualTo(2);
  }

  @Test
  void aColumnWithoutAnyValueIsOneCategory() {
    assertThat(encode(learn("", "?"), "NA")).containsExactly(1);
  }

  @Test
  void aConstantColumnSaysNothing() {
    ColumnEncoder encoder = learn("0.1", "0.1", "0.1");
    assertThat(encode(encoder, "0.1")).containsExactly(0);
    assertThat(encode(encoder, "1e30")).containsExactly(0);
  }

  @Test
  void tooManyCategoriesAreRefused() {
    List<String> names = IntStream.range(0, 257).mapToObj(i -> "id" + i).toList();
    assertThatThrownBy(() -> ColumnEncoder.learn("f column \"id\"", names))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "f column \"id\": expected numbers, or at most 256 different texts, found 257 different"
                + " texts, such as \"id1\"; remove the column, or mend what keeps it from being"
                + " numbers");
  }

  @Property(tries = 1000)
  void anyNumbersGiveFiniteValues(@ForAll @Size(min = 1, max = 9) List<Float> numbers) {
    ColumnEncoder encoder =
        ColumnEncoder.learn("c", numbers.stream().map(String::valueOf).toList());
    for (Float number : numbers) {
      assertThat(encode(encoder, number.toString())).doesNotContain(Float.NaN);
      assertThat(Math.abs(encode(encoder, number.toString())[0])).isLessThanOrEqualTo(3);
    }
    assertThat(Math.abs(encode(encoder, "3e38")[0])).isLessThanOrEqualTo(1e6f);
  }

  private static ColumnEncoder learn(String... cells) {
    return ColumnEncoder.learn("c", List.of(cells));
  }

  private static float[] encode(ColumnEncoder encoder, String cell) {
    float[] values = new float[encoder.width()];
    encoder.encode(cell, values, 0);
    return values;
  }
}
