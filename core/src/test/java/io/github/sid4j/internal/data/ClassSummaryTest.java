package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassSummaryTest {
  private static ClassSummary of(List<String> names, int[] train, int[] test) {
    Dataset dataset = Datasets.ofRows("own", names, TestData.rows(train), TestData.rows(test));
    return ClassSummary.of(dataset, dataset.split(0, 1));
  }

  private static int[] times(int... counts) {
    return IntStream.range(0, counts.length)
        .flatMap(c -> IntStream.generate(() -> c).limit(counts[c]))
        .toArray();
  }

  @Test
  void fewClassesAreShownEachWithItsCounts() {
    ClassSummary summary = of(List.of("cat", "dog"), times(20, 18), times(5, 4));
    assertThat(summary.fact())
        .isEqualTo(
            new DataFact(
                "classes", "2, each with samples to train/validate/test: cat 20/0/5, dog 18/0/4"));
    assertThat(summary.warnings()).isEmpty();
  }

  @Test
  void manyClassesAreShownByNumberSomeNamesAndRanges() {
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
    int[] counts = IntStream.range(0, 100).map(i -> i == 7 ? 6 : 9).toArray();
    int[] one = IntStream.range(0, 100).map(i -> 1).toArray();
    assertThat(of(names, times(counts), times(one)).fact().text())
        .isEqualTo(
            "100: c0, c1, c2, c3, c4 and 95 more; of each class 6 (c7) to 9 (c0) to train on, 0 to"
                + " validate, 1 to test");
  }

  @Test
  void publishedDataHasOneShortLineAndNoWarnings() {
    Dataset digits =
        Datasets.ofRows("digits", List.of("0", "0.0"), TestData.rows(0), TestData.rows(1));
    ClassSummary summary = ClassSummary.of(digits, digits.split(0, 1));
    assertThat(summary.fact().text()).isEqualTo("2: 0, 0.0");
    assertThat(summary.warnings()).isEmpty();
  }

  @Test
  void classesWithFewSamplesAndWithoutTestSamplesAreNamed() {
    assertThat(of(List.of("cat", "dog", "fox"), times(9, 8, 2), times(5, 4, 0)).warnings())
        .containsExactly(
            "1 of 3 classes with fewer than 5 samples to train on: \"fox\" (2 to train on)",
            "1 of 3 classes without a sample to test: \"fox\" (2 to train on)");
  }

  @Test
  void classesWithoutAnySampleAreNotWarnedOfSinceARunThatGrowsKnowsMore() {
    assertThat(of(List.of("old", "cat", "dog"), times(0, 9, 9), times(0, 5, 5)).warnings())
        .isEmpty();
  }

  @Test
  void unevenClassesAreWarnedOf() {
    assertThat(of(List.of("cat", "dog"), times(60, 6), times(5, 5)).warnings())
        .containsExactly(
            "classes are uneven: \"cat\" has 60 samples to train on and \"dog\" 6; accuracy says"
                + " little about a small class");
  }

  @Test
  void namesThatMayBeOneAreWarnedOf() {
    assertThat(of(List.of("1", "1.0"), times(9, 9), times(5, 4)).warnings())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains("\"1\" and \"1.0\""));
  }
}
