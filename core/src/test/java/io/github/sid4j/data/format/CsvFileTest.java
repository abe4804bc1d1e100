package io.github.sid4j.data.format;

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
  @ValueSource(strings = {",", ";", "\t"})
  void theDelimiterIsFound(String delimiter) {
    CsvTable table = CsvFile.parse("a#b#label\n1#2#x\n".replace("#", delimiter), "f");
    assertThat(table.header()).containsExactly("a", "b", "label");
    assertThat(table.rows().get(0).cells()).containsExactly("1", "2", "x");
  }

  @Test
  void quotedCellsMayHoldDelimitersQuotesAndLineEnds() {
    CsvTable table = CsvFile.parse("\"a;;;\",b\n\"1,2\", \"say \"\"x\"\"\ny\"\n3,4\n", "f");
    assertThat(table.header()).containsExactly("a;;;", "b");
    assertThat(table.rows().get(0).cells()).containsExactly("1,2", "say \"x\"\ny");
    assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(3L, 4L);
  }

  @Test
  void aLastLineWithoutEndAndEmptyLinesAndSpacesDoNoHarm() {
    CsvTable table = CsvFile.parse("a, b\r\n\r\n1 , 2\r\n3,4", "f");
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
        .hasMessageEndingWith("f.csv: expected text in UTF-8, found other bytes; save it as UTF-8");
  }

  @Test
  void aRowOfAnotherLengthIsNamedByItsLine() {
    assertThatThrownBy(() -> CsvFile.parse("a,b\n1,2\n1,2,3\n", "f"))
        .hasMessage("f line 3: expected 2 columns as in the header, found 3; correct the line");
  }

  @Test
  void headersWithoutANameOrWithOneTwiceAreRefused() {
    assertThatThrownBy(() -> CsvFile.parse(",b\n1,2\n", "f"))
        .hasMessageContaining("found none for column 1");
    assertThatThrownBy(() -> CsvFile.parse("b,b\n1,2\n", "f"))
        .hasMessageContaining("found \"b\" twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "a,b\n", "a,b\n1,\"2", "a,b\n\"1\"x,2\n"})
  void emptyAndBrokenFilesAreRefused(String text) {
    assertThatThrownBy(() -> CsvFile.parse(text, "f"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("f");
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll("texts") String text) {
    try {
      CsvTable table = CsvFile.parse(text, "f");
      assertThat(table.rows()).allMatch(row -> row.cells().size() == table.header().size());
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("f");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab1,;\t\"\n\r \uFEFF\u0000").ofMaxLength(30);
  }
}
