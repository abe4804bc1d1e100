package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.error.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratifiedSplitTest {
  @Property(tries = 1000)
  void theTwoPartsAreAPartitionThatKeepsEveryClass(
      @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> drawn,
      @ForAll @DoubleRange(max = 0.99) double fraction,
      @ForAll long seed) {
    int[] labels = drawn.stream().mapToInt(one -> one).toArray();
    StratifiedSplit split = split(labels, fraction, seed);
    int[] both =
        IntStream.concat(IntStream.of(split.kept()), IntStream.of(split.taken())).toArray();
    Arrays.sort(both);
    assertThat(both).isEqualTo(IntStream.range(0, labels.length).toArray());
    assertThat(Arrays.stream(split.kept()).map(i -> labels[i]).distinct().count())
        .isEqualTo(Arrays.stream(labels).distinct().count());
  }

  @Property(tries = 1000)
  void theSameSeedTakesTheSame(@ForAll long seed) {
    int[] labels = new int[40];
    assertThat(split(labels, 0.5, seed).taken()).isEqualTo(split(labels, 0.5, seed).taken());
    assertThat(split(labels, 0.5, seed).taken()).isNotEqualTo(split(labels, 0.5, seed + 1).taken());
  }

  @Test
  void everyClassGivesItsShare() {
    int[] labels = IntStream.range(0, 300).map(i -> i < 200 ? 0 : i < 290 ? 1 : 2).toArray();
    int[] taken = split(labels, 0.1, 3).taken();
    assertThat(Arrays.stream(taken).filter(i -> labels[i] == 0).count()).isEqualTo(20);
    assertThat(Arrays.stream(taken).filter(i -> labels[i] == 1).count()).isEqualTo(9);
    assertThat(Arrays.stream(taken).filter(i -> labels[i] == 2).count()).isEqualTo(1);
  }

  @Test
  void theWholeShareIsRightEvenIfEachClassIsSmall() {
    int[] labels = IntStream.range(0, 100).map(i -> i / 2).toArray();
    assertThat(split(labels, 0.2, 3).taken()).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN, 0.01})
  void aShareThatCannotBeTakenIsRefused(double fraction) {
    Dataset dataset =
        Datasets.ofRows("r", TestData.TWO, TestData.rows(0, 1, 0, 1, 0, 1, 0, 1), 0.5);
    assertThatThrownBy(() -> dataset.split(fraction, 1))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("validation: expected a share");
  }

  @Test
  void classesOfOneExampleEachAreNamedWhereAShareIsToBeTaken() {
    Dataset dataset =
        Datasets.ofRows(
            "r", List.of("ant", "bee", "cow", "doe"), TestData.rows(0, 1, 2, 3), TestData.rows(0));
    assertThatThrownBy(() -> dataset.split(0.5, 1))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "validation: expected a class with at least two examples, one to keep and one to take,"
                + " found 4 classes of one example each (ant, bee, cow, ...); give more examples of"
                + " each class, or set validation to 0");
  }

  @Test
  void aShareThatIsTooSmallIsReportedWithTheClassesOfOneExample() {
    Dataset dataset =
        Datasets.ofRows("r", List.of("ant", "bee"), TestData.rows(0, 0, 0, 1), TestData.rows(0));
    assertThatThrownBy(() -> dataset.split(0.01, 1))
        .hasMessageContaining(
            "found 0.01 of 4 examples in 2 classes, of which 1 with one example each (bee)");
  }

  @Test
  void noShareTakesNothing() {
    assertThat(split(new int[10], 0, 1).taken()).isEmpty();
  }

  private static StratifiedSplit split(int[] labels, double fraction, long seed) {
    return StratifiedSplit.of(
        IntStream.range(0, labels.length).toArray(), i -> labels[i], fraction, seed);
  }
}
