package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.table.ColumnRules;
import io.github.sid4j.internal.data.table.ColumnUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowArrangementTest {
  private static final int ROWS = 120;

  @TempDir private Path temp;

  /** The column {@code size} has the number of the row, by which it is found again. */
  private Path table(String column, IntFunction<Object> cell) throws IOException {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> "%s,%s,the text of row %s,%s".formatted(i % 2, i, i, cell.apply(i)))
            .collect(Collectors.joining("\n", "label,size,words," + column + "\n", "\n"));
    return Files.writeString(temp.resolve("t.csv"), rows);
  }

  private static Dataset open(Path file, String dataset, PartRules rules) throws IOException {
    CsvOptions options =
        new CsvOptions(
            "label",
            true,
            List.of(),
            Map.of("words", ColumnUse.DROP),
            TableChoices.NONE,
            ColumnRules.DEFAULT);
    return Datasets.open(
        new DatasetRequest(
            dataset,
            file,
            dataset.equals("text") ? CsvOptions.of("label") : options,
            rules,
            0,
            ImageRules.DEFAULT,
            ReadingRules.DEFAULT));
  }

  private static PartRules groups(int folds, int fold) {
    return new PartRules(0.25, folds, fold, Optional.empty(), Optional.of("who"), Optional.empty());
  }

  private static PartRules times() {
    return new PartRules(0.25, 0, 0, Optional.empty(), Optional.empty(), Optional.of("when"));
  }

  /** Rows are found by the line on which they stand, the header being the first. */
  private static List<Integer> rows(Examples part) {
    return IntStream.range(0, part.size())
        .mapToObj(i -> part.id(i).name())
        .map(name -> Integer.parseInt(name.substring(name.indexOf(':') + 1)) - 2)
        .toList();
  }

  private static Set<Integer> groupsOf(Examples part) {
    return rows(part).stream().map(row -> row / 7).collect(Collectors.toSet());
  }

  private static void assertApart(Splits splits) {
    Set<Integer> seen = new HashSet<>();
    for (Examples part : List.of(splits.train(), splits.validation(), splits.test())) {
      assertThat(part.size()).isPositive();
      Set<Integer> here = groupsOf(part);
      assertThat(here).noneMatch(seen::contains);
      seen.addAll(here);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "text"})
  void rowsOfAGroupStayTogether(String dataset) throws IOException {
    Path file = table("who", i -> "person-" + i / 7);
    Dataset data = open(file, dataset, groups(0, 0));
    assertApart(data.split(0.2, 1));
    assertThat(data.facts()).anyMatch(fact -> fact.text().contains("stay together"));
    if (dataset.equals("csv")) {
      assertThat(data.split(0.2, 1).train().shape()).containsExactly(1);
    }
  }

  @Test
  void foldsKeepGroupsTogether() throws IOException {
    Path file = table("who", i -> "person-" + i / 7);
    Set<Integer> tested = new HashSet<>();
    for (int fold = 0; fold < 3; fold++) {
      Splits splits = open(file, "csv", groups(3, fold)).split(0.2, 1);
      assertApart(splits);
      assertThat(groupsOf(splits.test())).noneMatch(tested::contains);
      tested.addAll(groupsOf(splits.test()));
    }
    assertThat(tested).hasSize((ROWS + 6) / 7);
  }

  @Test
  void laterRowsAreTestedOn() throws IOException {
    Path file = table("when", i -> LocalDate.of(2026, 1, 1 + i / 4));
    Splits splits = open(file, "csv", times()).split(0.2, 1);
    assertThat(rows(splits.test())).containsExactlyElementsOf(range(88, 120));
    assertThat(rows(splits.validation())).containsExactlyElementsOf(range(68, 88));
    assertThat(rows(splits.train())).containsExactlyElementsOf(range(0, 68));
    assertThat(splits.train().shape()).containsExactly(1);
  }

  @Test
  void timesMayBeNumbersInAnyOrder() throws IOException {
    Path file = table("when", i -> ROWS - i);
    Splits splits = open(file, "text", times()).split(0, 1);
    assertThat(rows(splits.test())).containsExactlyElementsOf(range(0, 30));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  @Test
  void aCellThatIsNoTimeIsNamed() throws IOException {
    Path file = table("when", i -> i == 7 ? "soon" : "2026-01-31T10:00:" + (10 + i % 40) + "Z");
    assertThatThrownBy(() -> open(file, "csv", times()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 9")
        .hasMessageContaining("found \"soon\"");
  }

  @Test
  void whatCannotBeCutIsRefused() throws IOException {
    Path once = table("when", i -> 5);
    assertThatThrownBy(() -> open(once, "csv", times()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("some are later");
    assertThatThrownBy(() -> open(once, "csv", groups(0, 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("group-column: expected a column beside the label");
    assertThatThrownBy(
            () -> new PartRules(0.2, 0, 0, Optional.empty(), Optional.of("a"), Optional.of("when")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("time-column");
    assertThatThrownBy(() -> groups(0, 0).checkFor("mnist"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a table");
  }

  @Test
  void aClassOfLaterRowsAloneIsRefused() throws IOException {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> "%s,%s,%s".formatted(i < 100 ? i % 2 : 2, i % 5, i))
            .collect(Collectors.joining("\n", "label,size,when\n", "\n"));
    Path file = Files.writeString(temp.resolve("late.csv"), rows);
    assertThatThrownBy(() -> open(file, "text", times())).isInstanceOf(InputException.class);
    assertThatThrownBy(
            () ->
                Datasets.open(
                    new DatasetRequest(
                        "csv",
                        file,
                        CsvOptions.of("label"),
                        times(),
                        0,
                        ImageRules.DEFAULT,
                        ReadingRules.DEFAULT)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("each class among the");
  }
}
