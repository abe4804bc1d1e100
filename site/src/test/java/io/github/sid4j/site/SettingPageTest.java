package io.github.sid4j.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.settings.SettingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the page of the settings to the code. */
class SettingPageTest {
  private static final Path PAGE = Path.of("../docs/reference/settings.md");

  @Test
  void theTablesAreThoseOfTheCode() throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    assertThat(page).as("site/settings makes it").isEqualTo(SettingPage.filled(page));
  }

  @Test
  void everySettingHasOneRow() throws IOException {
    List<String> names =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            SettingTable.all().stream().map(setting -> setting.name()).toList());
  }
}
