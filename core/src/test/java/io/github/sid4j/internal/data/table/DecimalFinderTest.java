package io.github.sid4j.internal.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.format.CsvTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecimalFinderTest {
  @Test
  void fractionsDecide() {
    assertThat(find("4,90", "3")).isEqualTo(DecimalSign.COMMA);
    assertThat(find("0,123")).isEqualTo(DecimalSign.COMMA);
    assertThat(find("4.90", "x,y")).isEqualTo(DecimalSign.POINT);
    assertThat(DecimalFinder.find(table("4.90"), List.of(0), DecimalSign.COMMA, true))
        .isEqualTo(DecimalSign.POINT);
  }

  @Test
  void withoutFractionsTheUsualSignStays() {
    assertThat(find("4", "x", "", "01.02.2024")).isEqualTo(DecimalSign.POINT);
    assertThat(DecimalFinder.find(table("4"), List.of(0), DecimalSign.COMMA, true))
        .isEqualTo(DecimalSign.COMMA);
  }

  @Test
  void theMoreFrequentSignWinsSoThatTheOthersAreReported() {
    assertThat(find("4.90", "3.10", "2,5")).isEqualTo(DecimalSign.POINT);
    assertThat(find("4,90", "3,10", "2.5")).isEqualTo(DecimalSign.COMMA);
    assertThat(find("1,234", "5,678", "2.5")).isEqualTo(DecimalSign.POINT);
  }

  @Test
  void whatMayBeGroupedThousandsIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> find("7", "1,234", "12,000"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("f line 3 column \"a\": expected a number that can be read in one")
        .hasMessageContaining("found \"1,234\"")
        .hasMessageEndingWith("set decimal to point or comma");
    assertThatThrownBy(
            () -> DecimalFinder.find(table("1.234"), List.of(0), DecimalSign.POINT, false))
        .hasMessageContaining("found \"1.234\"");
    assertThat(find("1.234")).isEqualTo(DecimalSign.POINT);
  }

  private static DecimalSign find(String... cells) {
    return DecimalFinder.find(table(cells), List.of(0), DecimalSign.POINT, true);
  }

  private static CsvTable table(String... cells) {
    List<CsvTable.Row> rows =
        Stream.iterate(0, i -> i < cells.length, i -> i + 1)
            .map(i -> new CsvTable.Row(i + 2, List.of(cells[i])))
            .toList();
    return new CsvTable("f", CsvDelimiter.SEMICOLON, List.of("a"), rows);
  }
}
