package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.CategoricalEncoder;
import io.github.sid4j.internal.data.table.DecimalSign;
import io.github.sid4j.internal.data.table.NumericEncoder;
import io.github.sid4j.internal.data.table.Standardiser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read for a model by the rules of its training. */
class TableReaderTest {
  private static final TableEncoding MODEL = model(format(DecimalSign.POINT, null));

  private static TableFormat format(DecimalSign decimal, List<String> columnNames) {
    return new TableFormat(
        CsvDelimiter.COMMA, decimal, List.of("?", "NA"), BadCells.ERROR, columnNames);
  }

  private static TableEncoding model(TableFormat format) {
    return new TableEncoding(
        "label",
        List.of(
            new TableEncoding.Column("size", new NumericEncoder(new Standardiser(0, 1), true)),
            new TableEncoding.Column("colour", new CategoricalEncoder(List.of("blue", "red")))),
        format);
  }

  private static TableRows read(TableEncoding model, TableChoices choices, String text) {
    return new TableReader(model, choices).read(text.getBytes(StandardCharsets.UTF_8), "f");
  }

  private static TableRows read(String text) {
    return read(MODEL, TableChoices.NONE, text);
  }

  private static List<float[]> values(TableRows rows) {
    return rows.rows().stream().map(TableRows.Row::values).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "7.4 cm",
        "inf",
        "1e999",
        "\"4,90\"",
        "\"1.234,5\"",
        "\u0664",
        "nan",
        "$5",
        "0x1F",
        "1 234",
        "1\u00A0234",
        "true",
        "2024-01-05"
      })
  void aCellThatIsNoNumberIsRefusedWithItsPlace(String cell) {
    assertThatThrownBy(() -> read("size,colour\n1.5,red\n2.5,blue\n" + cell + ",red\n"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("f line 4 column \"size\": expected a number such as 4.9")
        .hasMessageContaining("found \"" + cell.replace("\"", "") + "\"");
  }

  @Test
  void moreBadCellsAreCounted() {
    assertThatThrownBy(() -> read("size,colour\nx,red\ny,red\nz,red\n"))
        .hasMessage(
            "f line 2 column \"size\": expected a number such as 4.9, found \"x\" (and 2 more such"
                + " cells); correct it, add it to missing-values, or set bad-cells to missing");
  }

  @Test
  void badCellsAreMissingAndReportedWhereTheUserSaysSo() {
    TableChoices missing = new TableChoices(null, null, null, BadCells.MISSING);
    TableRows rows = read(MODEL, missing, "size,colour\n1.5,red\nabc,red\n");
    assertThat(values(rows).get(1)).containsExactly(0, 1, 0, 1);
    assertThat(rows.notes())
        .containsExactly("f: no numbers, taken as missing: size 1 (first \"abc\" in line 3)");
    TableRows marked =
        read(MODEL, new TableChoices(null, null, List.of("abc"), null), "size,colour\nabc,red\n");
    assertThat(marked.notes()).containsExactly("f: missing values: size 1");
  }

  @Test
  void anotherNumberFormatThatIsCertainGivesTheSameNumbersAndIsNamed() {
    TableRows rows = read("size;colour\n4,90;red\n");
    assertThat(values(rows).get(0)).containsExactly(4.9f, 0, 0, 1);
    assertThat(rows.notes())
        .containsExactly(
            "f: read with delimiter semicolon and decimal comma; the training file has comma and"
                + " point");
    TableEncoding european = model(format(DecimalSign.COMMA, null));
    assertThat(values(read(european, TableChoices.NONE, "size,colour\n4.90,red\n")).get(0))
        .containsExactly(4.9f, 0, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234", "1.234"})
  void anotherNumberFormatThatIsNotCertainIsRefused(String cell) {
    assertThatThrownBy(() -> read("size;colour\n" + cell + ";red\n"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("f line 2 column \"size\"")
        .hasMessageEndingWith("set decimal to point or comma");
    TableChoices comma = new TableChoices(null, DecimalSign.COMMA, null, null);
    assertThat(values(read(MODEL, comma, "size;colour\n1,234;red\n")).get(0)[0]).isEqualTo(1.234f);
  }

  @Test
  void aMixtureOfNumberFormatsIsRefused() {
    assertThatThrownBy(() -> read("size;colour\n4.90;red\n3,10;red\n5.5;red\n"))
        .hasMessageStartingWith("f line 3 column \"size\"")
        .hasMessageContaining("found \"3,10\"; correct it, set decimal to comma");
  }

  @Test
  void missingValuesAndUnknownCategoriesAreCountedByColumn() {
    TableRows rows = read("size,colour\n,green\nNA,red\n?,GREEN\n");
    assertThat(rows.notes())
        .containsExactly(
            "f: missing values: size in all 3 rows",
            "f: categories unknown from training: colour 2 (first \"green\" in line 2)");
    assertThat(values(rows).get(0)).containsExactly(0, 1, 0, 0);
    assertThat(read("size,colour\n1.5,red\n").notes()).isEmpty();
  }

  @Test
  void aModelOfFilesWithoutHeaderReadsByPlaceWithOrWithoutTheClass() {
    TableEncoding bare = model(format(DecimalSign.POINT, List.of("size", "label", "colour")));
    for (String text : List.of("1.5,red\n", "1.5,a,red\n")) {
      assertThat(values(read(bare, TableChoices.NONE, text)).get(0)).containsExactly(1.5f, 0, 0, 1);
    }
    assertThatThrownBy(() -> read(bare, TableChoices.NONE, "1.5,a,red,7\n"))
        .hasMessageContaining("expected 3 columns as in training, or 2 without the class, found 4");
  }

  @Test
  void aSingleRowOfJavaIsHeldToTheSameRule() {
    assertThat(MODEL.encode(List.of("2.5", "blue"), List.of(0, 1))).containsExactly(2.5f, 0, 1, 0);
    assertThatThrownBy(() -> MODEL.encode(List.of("2,5", "blue"), List.of(0, 1)))
        .isInstanceOf(InputException.class)
        .hasMessage("column \"size\": expected a number such as 4.9, found \"2,5\"; correct it");
  }
}
