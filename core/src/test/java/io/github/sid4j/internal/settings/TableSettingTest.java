package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableSettingTest {
  private static final ColumnNamesType NAMES = new ColumnNamesType();
  private static final ColumnUsesType USES = new ColumnUsesType();

  @Test
  void columnsAreGivenByNameAndUse() {
    assertThat(USES.parse("age=number, zip=category,id=drop"))
        .containsExactly("age=number", "zip=category", "id=drop");
    assertThat(USES.parse("a=b=drop")).containsExactly("a=b=drop");
    assertThat(USES.parse(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a, b=number\",c=drop", "\"a, b\"=number,c=drop"})
  void aNameWithACommaStandsInQuotes(String text) {
    assertThat(USES.parse(text)).containsExactly("a, b=number", "c=drop");
    assertThat(USES.format(USES.parse(text))).isEqualTo("\"a, b=number\",c=drop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"age", "age=integer", "=number", "a=number,a=drop", "\"a=number", "a=drop,"})
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> USES.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void anyNamesComeBackAsTheyWere(
      @ForAll @Size(min = 1, max = 5) @UniqueElements
          List<@StringLength(min = 1, max = 5) @Chars({'a', ',', '"', '=', ' ', '\\'}) String>
              names) {
    assertThat(NAMES.parse(NAMES.format(names))).isEqualTo(names);
    List<String> uses = names.stream().map(name -> name + "=drop").toList();
    assertThat(USES.parse(USES.format(uses))).isEqualTo(uses);
  }

  @Test
  void aListInAFileMayHoldNamesWithCommasAndQuotes(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            columns:
              - a, b=number
              - '"c, d"=category'
              - 5" pipe=drop
            header: none
            column-names: [x, "y, z"]
            missing-values: ["-", None]
            """);
    Settings settings = Settings.read(file);
    assertThat(settings.get(TableSetting.COLUMNS))
        .containsExactly("a, b=number", "c, d=category", "5\" pipe=drop");
    assertThat(settings.get(TableSetting.COLUMN_NAMES)).containsExactly("x", "y, z");
    assertThat(settings.get(TableSetting.MISSING_VALUES)).containsExactly("-", "None");
    Files.writeString(file, settings.toYaml());
    assertThat(Settings.read(file)).isEqualTo(settings);
  }

  @ParameterizedTest
  @CsvSource({"semicolon,semicolon", "';',semicolon", "',',comma", "\\t,tab", "|,pipe"})
  void aDelimiterIsAWordOrTheCharacterItself(String text, String word) {
    assertThat(Settings.parse(Map.of("delimiter", text)).get(TableSetting.DELIMITER))
        .isEqualTo(word);
  }

  @Test
  void namesOfColumnsAreForFilesWithoutHeader() {
    assertThatThrownBy(() -> Settings.parse(Map.of("column-names", "a,b")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "column-names: expected none with header first-line, found some; set header to none");
  }
}
