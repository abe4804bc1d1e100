package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsFound(String delimiter) {
    CsvTable table = parse("a#b#label\n1#2#x\n".replace("#", delimiter));
    assertThat(table.header()).containsExactly("a", "b", "label");
    assertThat(table.rows().get(0).cells()).containsExactly("1", "2", "x");
  }

  @Test
  void quotedCellsMayHoldDelimitersQuotesAndLineEnds() {
    CsvTable table = parse("\"a;;;\",b\n\"1,2\", \"say \"\"x\"\"\ny\"\n3,4\n");
    assertThat(table.header()).containsExactly("a;;;", "b");
    assertThat(table.rows().get(0).cells()).containsExactly("1,2", "say \"x\"\ny");
    assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(3L, 4L);
  }

  @Test
  void aLastLineWithoutEndAndEmptyLinesAndSpacesDoNoHarm() {
    CsvTable table = parse("a, b\r\n\r\n1 , 2\r\n3,4");
    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.rows())
        .extracting(CsvTable.Row::cells)
        .containsExactly(List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstName(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("f.csv"), "\uFEFFlabel,a\nx,1\n");
    assertThat(CsvFile.read(file).header()).containsExactly("label", "a");
  }

  @Test
  void otherEncodingsAreRefused(@TempDir Path dir) throws IOException {
    Path file =
        Files.write(dir.resolve("f.csv"), "a,b\n\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> CsvFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "f.csv line 2: expected text in UTF-8, found the byte 0xE9 of another encoding; save it"
                + " as UTF-8");
  }

  @Test
  void aRowOfAnotherLengthIsNamedByItsLine() {
    assertThatThrownBy(() -> parse("a,b\n1,2\n1,2,3\n"))
        .hasMessage(
            "f line 3: expected 2 columns as in the header, separated by comma, found 3; correct"
                + " the line, or set delimiter");
  }

  @Test
  void headersWithoutANameOrWithOneTwiceAreRefused() {
    assertThatThrownBy(() -> parse(",b\n1,2\n")).hasMessageContaining("found none for column 1");
    assertThatThrownBy(() -> parse("b,b\n1,2\n")).hasMessageContaining("found \"b\" twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "a,b\n", "a,b\n1,\"2", "a,b\n\"1\"x,2\n"})
  void emptyAndBrokenFilesAreRefused(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("f");
  }

  @Test
  void linesOfBlanksAreSkippedAsEmptyOnesAre() {
    CsvTable table = parse("  \na,b\n   \n1,2\n\t\n \u00A0 \n3,4\n  ");
    assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(4L, 7L);
  }

  @Test
  void aQuotedEmptyCellIsARowOfATableOfOneColumn() {
    assertThat(parse("a\n1\n\"\"\n \n2\n").rows())
        .extracting(CsvTable.Row::cells)
        .containsExactly(List.of("1"), List.of(""), List.of("2"));
  }

  @Test
  void aHeaderThatCanBeCutInTwoWaysIsCutAsTheRowsAre() {
    assertThat(parse("size, cm;label\n1,5;x\n\"a;b\";y\n").header())
        .containsExactly("size, cm", "label");
    assertThat(parse("a,b;c\n1,2\n3,4\n").header()).containsExactly("a", "b;c");
  }

  @Test
  void commasBetweenDigitsAreNoDelimitersWhereThereAreSemicolons() {
    CsvLayout bare = new CsvLayout(null, false, List.of());
    assertThat(CsvFile.parse("1,5;2,5;x\n3,5;4,5;y\n", "f", bare).rows().get(0).cells())
        .containsExactly("1,5", "2,5", "x");
  }

  @Test
  void aDelimiterThatIsNotCertainIsAskedFor() {
    assertThatThrownBy(() -> parse("a,b;c\nx,y;z\n"))
        .hasMessage(
            "f line 1: expected one character between cells, found comma and semicolon, each of"
                + " which could be it; set delimiter to the right one");
    CsvLayout given = new CsvLayout(CsvDelimiter.SEMICOLON, true, List.of());
    assertThat(CsvFile.parse("a,b;c\nx,y;z\n", "f", given).header()).containsExactly("a,b", "c");
  }

  @Test
  void aFileWithoutHeaderGetsNames() {
    CsvLayout bare = new CsvLayout(null, false, List.of());
    assertThat(CsvFile.parse("1,2\n3,4\n", "f", bare).header()).containsExactly("c1", "c2");
    CsvLayout named = new CsvLayout(null, false, List.of("a", "b, c"));
    CsvTable table = CsvFile.parse("1,2\n3,4\n", "f", named);
    assertThat(table.header()).containsExactly("a", "b, c");
    assertThat(table.rows()).hasSize(2);
    assertThatThrownBy(() -> CsvFile.parse("1,2,3\n", "f", named))
        .hasMessageStartingWith("f line 1: expected 2 columns, as many as there are column names");
  }

  @Test
  void wrongQuotationMarksAreNamedByTheirLine() {
    assertThatThrownBy(() -> parse("a,b\n1,2\n3,\"x\n5,6\n"))
        .hasMessage(
            "f line 3: expected a closing quotation mark, found none; correct the quotation marks");
    assertThatThrownBy(() -> parse("a,b\n1,\"x\"y\n"))
        .hasMessage(
            "f line 2: expected a delimiter after a quoted cell, found other text; correct the"
                + " quotation marks");
  }

  @Test
  void utf16AndZeroBytesAreNamed() {
    byte[] wide = "\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> CsvFile.decode(wide, "f", CsvLayout.STANDARD))
        .hasMessage("f: expected text in UTF-8, found UTF-16; save it as UTF-8");
    byte[] zero = "a,b\n1,\u0000\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> CsvFile.decode(zero, "f", CsvLayout.STANDARD))
        .hasMessageStartingWith("f line 2: expected text in UTF-8, found a zero byte");
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll("texts") String text) {
    try {
      CsvTable table = parse(text);
      assertThat(table.rows()).allMatch(row -> row.cells().size() == table.header().size());
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("f");
    }
  }

  private static CsvTable parse(String text) {
    return CsvFile.parse(text, "f", CsvLayout.STANDARD);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab1,;\t\"\n\r \uFEFF\u0000").ofMaxLength(30);
  }
}
