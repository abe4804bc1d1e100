package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowWidthTest {
  @ParameterizedTest
  @CsvSource({"50 132,132", "24 80,80", "24 10,40", "0 0,80", "'',80", "stty: no terminal,80"})
  void theSystemSaysRowsAndColumns(String size, int columns) {
    assertThat(WindowWidth.parse(size + "\n")).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({"100,100", "7,40"})
  void whatTheUserSetWins(String columns, int width) {
    assertThat(WindowWidth.of(columns)).isEqualTo(width);
  }
}
