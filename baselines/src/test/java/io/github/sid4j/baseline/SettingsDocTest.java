package io.github.sid4j.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the document and the settings to each other. */
class SettingsDocTest {
  private static final Path DOCUMENT = Path.of("../docs/reference/settings.md");

  @Test
  void theDocumentListsEverySettingAsTheTableHasIt() throws IOException {
    List<String> reported =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("## ") || line.startsWith("| `"))
            .toList();
    assertThat(reported).containsSubsequence(expected());
    assertThat(reported)
        .filteredOn(line -> line.startsWith("|"))
        .hasSize(SettingTable.all().size());
  }

  private static List<String> expected() {
    List<String> lines = new ArrayList<>();
    for (SettingGroup group : SettingGroup.values()) {
      lines.add("## " + group.title());
      SettingTable.all().stream()
          .filter(setting -> setting.group() == group)
          .map(SettingsDocTest::row)
          .forEach(lines::add);
    }
    return lines;
  }

  private static String row(Setting<?> setting) {
    String value = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
    return "| `%s` | %s | %s | %s |"
        .formatted(setting.name(), setting.type().expected(), value, setting.help());
  }
}
