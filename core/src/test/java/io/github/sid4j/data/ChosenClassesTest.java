package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.InputEncoding;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChosenClassesTest {
  private static Dataset digits() throws IOException {
    return Datasets.open(DatasetRequest.of("digits", null));
  }

  private static List<Integer> labels(Examples examples) {
    return IntStream.range(0, examples.size())
        .mapToObj(examples::label)
        .distinct()
        .sorted()
        .toList();
  }

  private static float[] values(Examples examples, int index) {
    return examples.values(index);
  }

  @Test
  void chosenClassesGetTheirPlacesByTheirNames() throws IOException {
    Dataset some = digits().withClasses(List.of("7", "3"));
    Splits splits = some.split(0.1, 1);
    assertThat(some.classNames()).containsExactly("7", "3");
    assertThat(labels(splits.train())).containsExactly(0, 1);
    assertThat(labels(splits.test())).containsExactly(0, 1);
    Splits whole = digits().split(0.1, 1);
    long sevens =
        IntStream.range(0, whole.test().size()).filter(i -> whole.test().label(i) == 7).count();
    long zeros =
        IntStream.range(0, splits.test().size()).filter(i -> splits.test().label(i) == 0).count();
    assertThat(zeros).isEqualTo(sevens);
  }

  @Test
  void classesWithoutExamplesOnlyTakeAPlace() throws IOException {
    Dataset high = digits().withClasses(List.of("8", "9"));
    Dataset among = high.withClasses(List.of("0", "8", "eleven", "9"));
    assertThat(labels(among.split(0.1, 1).train())).containsExactly(1, 3);
    assertThat(among.split(0.1, 1).train().size()).isEqualTo(high.split(0.1, 1).train().size());
  }

  @Test
  void theHashDistinguishesChoicesAndKnowsTheWholeAsItWas() throws IOException {
    Dataset whole = digits();
    assertThat(whole.withClasses(whole.classNames()).sha256()).isEqualTo(whole.sha256());
    assertThat(whole.withClasses(List.of("1", "2")).sha256())
        .isNotEqualTo(whole.withClasses(List.of("2", "1")).sha256())
        .isNotEqualTo(whole.withClasses(List.of("1", "3")).sha256())
        .isNotEqualTo(whole.sha256());
  }

  @Test
  void whatIsKnownOfPreparingIsNotLearnedAgain() throws IOException {
    Examples low = digits().withClasses(List.of("0", "1")).split(0.1, 1).train();
    InputEncoding known = low.encoding().orElseThrow();
    Dataset high = digits().withClasses(List.of("8", "9"));
    Examples again = high.split(0.1, 1).train();
    Examples alike = high.prepared(known).split(0.1, 1).train();
    assertThat(alike.encoding()).contains(known);
    assertThat(again.encoding()).isNotEqualTo(alike.encoding());
    assertThat(values(alike, 0)).isNotEqualTo(values(again, 0));
    // A black pixel is black, whatever it stands among.
    assertThat(alike.padding()).isEqualTo(low.padding());
  }

  @Test
  void dataOfAnotherShapeIsRefused() throws IOException {
    InputEncoding rows =
        Datasets.ofRows(
                "rows",
                List.of("a", "b"),
                LabelledRows.of(new float[][] {{1}, {2}, {3}, {4}}, new int[] {0, 1, 0, 1}),
                0)
            .split(0, 1)
            .train()
            .encoding()
            .orElseThrow();
    assertThatThrownBy(() -> digits().prepared(rows).split(0.1, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[1]")
        .hasMessageContaining("images of [1, 8, 8]");
  }

  @Test
  void aShareOfOthersIsTakenOfEveryClass() throws IOException {
    List<String> names = List.of("0", "1", "2", "3");
    Splits first = digits().withClasses(List.of("2", "3")).withClasses(names).split(0.1, 1);
    Splits others = digits().withClasses(List.of("0", "1")).withClasses(names).split(0.1, 1);
    Splits mixed = first.with(others, 0.1, 5);
    int added = mixed.train().size() - first.train().size();
    assertThat(added).isEqualTo(Math.round(others.train().size() * 0.1f));
    assertThat(labels(mixed.train())).containsExactly(0, 1, 2, 3);
    assertThat(values(mixed.train(), 3)).isEqualTo(values(first.train(), 3));
    assertThat(mixed.test()).isSameAs(first.test());
    assertThat(first.with(others, 1, 5).train().size())
        .isEqualTo(first.train().size() + others.train().size());
    int last = mixed.train().size() - 1;
    assertThat(mixed.train().label(last)).isLessThan(2);
  }
}
