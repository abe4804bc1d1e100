package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.CsvOptions;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.PartRules;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.data.TestData;
import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.ColumnRules;
import io.github.sid4j.internal.data.table.ColumnUse;
import io.github.sid4j.internal.data.table.DecimalSign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for the cells of all parts, and what is shown of it. */
class TableRulesTest {
  private static final CsvOptions STANDARD = CsvOptions.of("label");

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(ints = {0, 17, 39})
  void anOddCellIsNamedWhicheverPartItsRowBelongsTo(int row) throws IOException {
    Path file = write("t.csv", "a,label\n", i -> (i == row ? "3.1 cm" : i + ".5") + "," + i % 2);
    assertThatThrownBy(() -> open(file, STANDARD))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + " line %s column \"a\": expected a number such as 4.9, found \"3.1 cm\";"
                    .formatted(row + 2)
                + " correct it, add it to missing-values, set bad-cells to missing, or set columns"
                + " to a=category");
  }

  @Test
  void anOddCellOfTheTestFileIsNamed() throws IOException {
    write("train.csv", "a,label\n", i -> i + ".5," + i % 2);
    Path test = Files.writeString(dir.resolve("test.csv"), "a,label\n1.5,0\n1e999,1\ninf,1\n");
    assertThatThrownBy(() -> open(dir, STANDARD))
        .hasMessageStartingWith(
            test
                + " line 3 column \"a\": expected a number such as 4.9, of at most 3.4e38, found"
                + " \"1e999\" (and 1 more such cell)");
  }

  @Test
  void badCellsAreMissingWhereTheUserSaysSoAndAreCounted() throws IOException {
    Path file = write("t.csv", "a,label\n", i -> (i < 2 ? "x" : i + ".5") + "," + i % 2);
    CsvOptions options =
        new CsvOptions(
            "label",
            true,
            List.of(),
            Map.of(),
            new TableChoices(null, null, null, BadCells.MISSING),
            ColumnRules.DEFAULT);
    Dataset dataset = open(file, options);
    assertThat(dataset.facts())
        .contains(
            new DataFact("bad cells", "t.csv: taken as missing: a 2 (first \"x\" in line 2)"));
    assertThat(dataset.split(0.2, 1).train().shape()).containsExactly(2);
  }

  @Test
  void givenMarksAreMissingAndCounted() throws IOException {
    Path file = write("t.csv", "a,label\n", i -> (i < 2 ? "None" : i + ".5") + "," + i % 2);
    CsvOptions options =
        new CsvOptions(
            "label",
            true,
            List.of(),
            Map.of(),
            new TableChoices(null, null, List.of("none"), null),
            ColumnRules.DEFAULT);
    assertThat(open(file, options).facts())
        .contains(new DataFact("missing", "empty cells, none"), new DataFact("", "t.csv: a 2"));
    assertThatThrownBy(() -> open(file, STANDARD)).hasMessageContaining("found \"None\"");
  }

  @Test
  void theWidthOfAnExampleDoesNotDependOnTheSeed() throws IOException {
    Path file =
        write(
            "t.csv",
            "a,b,label\n",
            i -> (i == 9 ? "" : i) + "," + (i < 30 ? "x" : "y" + i) + ",c" + i % 2);
    Dataset dataset = open(file, STANDARD);
    int width = dataset.split(0, 1).train().shape()[0];
    for (int seed = 1; seed < 30; seed++) {
      assertThat(dataset.split(0.5, seed).train().shape()).containsExactly(width);
    }
  }

  @Test
  void theStartShowsHowTheFileAndEachColumnIsRead() throws IOException {
    Path file =
        write(
            "t.csv",
            "size;zip;colour;id;label\n",
            i ->
                i
                    + ",5;"
                    + (100 + i % 3)
                    + ";"
                    + (i % 2 == 0 ? "red" : "")
                    + ";n"
                    + i
                    + ";c"
                    + i % 2);
    CsvOptions options =
        new CsvOptions(
            "label",
            true,
            List.of(),
            Map.of("zip", ColumnUse.CATEGORY, "id", ColumnUse.DROP),
            TableChoices.NONE,
            ColumnRules.DEFAULT);
    Dataset dataset = open(file, options);
    assertThat(dataset.facts().get(0).subject()).isEqualTo("parts");
    assertThat(dataset.facts().subList(1, dataset.facts().size()))
        .containsExactly(
            new DataFact(
                "table",
                "t.csv: delimiter semicolon (recognized), decimal comma (recognized), names in the"
                    + " first line"),
            new DataFact("label", "label"),
            new DataFact("numbers", "1: size"),
            new DataFact(
                "category",
                "2: zip (given) [3: \"100\", \"101\", \"102\"], colour [2: missing, \"red\"]"),
            new DataFact("dropped", "id"),
            new DataFact("missing", "empty cells, ?, NA, N/A, #N/A, <NA>, NaN, null"),
            new DataFact("", "t.csv: colour 20"));
    assertThat(dataset.notes()).isEmpty();
    assertThat(dataset.split(0, 1).train().shape()).containsExactly(1 + 3 + 2);
  }

  @Test
  void aTestFileInAnotherFormatGivesTheSameNumbers() throws IOException {
    write("train.csv", "a,b,label\n", i -> i + ".25,x," + i % 2);
    Files.writeString(dir.resolve("test.csv"), "a,b,label\n3.25,x,1\n");
    float[][] point = TestData.values(open(dir, STANDARD).split(0, 1).test());
    Files.writeString(dir.resolve("test.csv"), "a;b;label\n3,25;x;1\n");
    Dataset dataset = open(dir, STANDARD);
    assertThat(TestData.values(dataset.split(0, 1).test())).isDeepEqualTo(point);
    assertThat(dataset.facts().get(2).text())
        .startsWith("test.csv: delimiter semicolon (recognized), decimal comma (recognized)");
    Files.writeString(dir.resolve("test.csv"), "a;b;label\n3,250;x;1\n");
    assertThatThrownBy(() -> open(dir, STANDARD))
        .hasMessageEndingWith("set decimal to point or comma");
  }

  @Test
  void aFormatThatIsGivenIsNotRecognized() throws IOException {
    Path file = write("t.csv", "a|label\n", i -> i + ",234|" + i % 2);
    CsvOptions options =
        new CsvOptions(
            "label",
            true,
            List.of(),
            Map.of(),
            new TableChoices(CsvDelimiter.PIPE, DecimalSign.COMMA, null, null),
            ColumnRules.DEFAULT);
    assertThat(open(file, options).facts().get(1).text())
        .isEqualTo("t.csv: delimiter pipe (given), decimal comma (given), names in the first line");
  }

  @Test
  void filesWithoutHeaderAreReadByPlace() throws IOException {
    Path file = write("t.csv", "", i -> i + ".5,x,c" + i % 2);
    CsvOptions options =
        new CsvOptions("c3", false, List.of(), Map.of(), TableChoices.NONE, ColumnRules.DEFAULT);
    Dataset dataset = open(file, options);
    assertThat(dataset.classNames()).containsExactly("c0", "c1");
    assertThat(dataset.split(0, 1).train().size() + dataset.split(0, 1).test().size())
        .isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({
    "size, header: expected the column \"size\" that is named in columns",
    "label, columns: expected columns beside the label column",
    "a, header: expected columns beside the label"
  })
  void columnsThatCannotBeUsedSoAreRefused(String name, String part) throws IOException {
    Path file = write("t.csv", "a,label\n", i -> i + "," + i % 2);
    CsvOptions options =
        new CsvOptions(
            "label",
            true,
            List.of(),
            Map.of(name, ColumnUse.DROP),
            TableChoices.NONE,
            ColumnRules.DEFAULT);
    assertThatThrownBy(() -> open(file, options))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(part);
  }

  @Test
  void whatIsProbablyNotMeantIsWarnedOf() throws IOException {
    write(
        "train.csv",
        "id,name,empty,same,mixed,colour,label\n",
        i ->
            i
                + ",n"
                + i
                + ",,7,"
                + (i % 3 == 0 ? "5" : "few")
                + ","
                + (i % 2 == 0 ? "Red" : "red")
                + ",c"
                + i % 2);
    Files.writeString(
        dir.resolve("test.csv"), "id,name,empty,same,mixed,colour,label\n1,n1,,7,5,green,c0\n");
    Files.writeString(dir.resolve("more.csv"), "x\n");
    assertThat(open(dir, STANDARD).notes())
        .containsExactly(
            "not read beside %s, since their names are those of no part: more.csv"
                .formatted(dir.resolve("train.csv")),
            "columns without any value in the training part: empty",
            "columns with one value only in the training part, which add nothing: same",
            "columns with another text in every row: name; set columns to NAME=drop for what is an"
                + " identifier",
            "columns that number the rows: id; set columns to NAME=drop for what is an identifier",
            "column \"mixed\" is read as categories, though 14 of its 40 values are numbers",
            "column \"colour\" has categories that hardly differ: \"Red\" and \"red\"",
            "test.csv has categories that training lacks: colour 1 (first \"green\" in line 2)");
  }

  @Test
  void cellsWithSeveralLabelsAreRefused() throws IOException {
    String[] films = {"drama", "comedy", "\"comedy, drama\""};
    Path file = write("t.csv", "a,label\n", i -> i + "," + films[i % 3]);
    assertThatThrownBy(() -> open(file, STANDARD))
        .hasMessageContaining("several labels of a sample are not supported")
        .hasMessageContaining("\"comedy, drama\", whose parts stand in other cells too");
    String[] places = {"\"Boston, MA\"", "\"Salem, MA\"", "MA", "1;2"};
    assertThat(
            open(write("t.csv", "a,label\n", i -> i + "," + places[i % 4]), STANDARD).classNames())
        .hasSize(4);
  }

  @Test
  void aLabelColumnThatIsAQuantityOrAnIdentifierIsRefused() throws IOException {
    Path prices = write("t.csv", "a,label\n", i -> i % 3 + "," + i % 30 + ".5");
    assertThatThrownBy(() -> open(prices, STANDARD))
        .hasMessageContaining("what looks like a quantity: 30 different numbers in 40 rows");
    Path ages = write("t.csv", "a,label\n", i -> i % 3 + "," + i % 30);
    assertThatThrownBy(() -> open(ages, STANDARD)).hasMessageContaining("a quantity");
    assertThatThrownBy(() -> open(ages, STANDARD)).hasMessageContaining("regression");
    Path names = write("t.csv", "a,label\n", i -> i % 3 + ",n" + i);
    assertThatThrownBy(() -> open(names, STANDARD))
        .hasMessageContaining("expected classes with several rows each, found 40 different values");
    Path grades = write("t.csv", "a,label\n", i -> i % 3 + "," + i % 8 + ".5");
    assertThat(open(grades, STANDARD).classNames()).hasSize(8);
  }

  @Test
  void aMarkForMissingValuesIsNoLabel() throws IOException {
    Path file = write("t.csv", "a,label\n", i -> i + "," + (i == 3 ? "null" : "c" + i % 2));
    assertThatThrownBy(() -> open(file, STANDARD))
        .hasMessage(
            file
                + " line 5: expected a label in column \"label\", found \"null\", which marks a"
                + " missing value; add it or remove the row, or set missing-values without that"
                + " mark");
  }

  private Path write(String name, String header, IntFunction<String> row) throws IOException {
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < 40; i++) {
      text.append(row.apply(i)).append('\n');
    }
    return Files.writeString(dir.resolve(name), text);
  }

  private static Dataset open(Path path, CsvOptions options) throws IOException {
    return Datasets.open(
        new DatasetRequest(
            "csv",
            path,
            options,
            PartRules.share(DatasetRequest.DEFAULT_TEST_FRACTION),
            0,
            ImageRules.DEFAULT,
            ReadingRules.DEFAULT));
  }
}
