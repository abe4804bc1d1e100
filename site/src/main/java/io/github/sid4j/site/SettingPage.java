package io.github.sid4j.site;

import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the tables of {@code docs/reference/settings.md} from the settings of the program: one
 * under the heading of each group. The text between them is written by hand.
 */
public final class SettingPage {
  private static final String HEAD =
      "| name | values | default | what it is for |\n|------|--------|---------|----------------|\n";

  private SettingPage() {}

  /**
   * Writes the tables of the page again.
   *
   * @param args the page
   * @throws IOException if it cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path page = Path.of(args[0]);
    Files.writeString(page, filled(Files.readString(page)));
  }

  /**
   * A page with the tables that it has to have.
   *
   * @throws IllegalStateException if a group has no heading with a table on the page
   */
  static String filled(String page) {
    String filled = page;
    for (SettingGroup group : SettingGroup.values()) {
      Matcher table = table(group).matcher(filled);
      if (!table.find()) {
        throw new IllegalStateException("no table under the heading " + group.title());
      }
      filled = table.replaceFirst((MatchResult at) -> replacement(at, group));
    }
    return filled;
  }

  /** The heading of a group with what stands before its table, and the lines of the table. */
  private static Pattern table(SettingGroup group) {
    return Pattern.compile(
        "(?m)(^## " + Pattern.quote(group.title()) + "\n(?:(?!##|\\|).*\n)*)(?:^\\|.*\n)+");
  }

  private static String replacement(MatchResult at, SettingGroup group) {
    String rows =
        SettingTable.all().stream()
            .filter(setting -> setting.group() == group)
            .map(SettingPage::row)
            .collect(Collectors.joining());
    return Matcher.quoteReplacement(at.group(1) + HEAD + rows);
  }

  private static String row(Setting<?> setting) {
    String value = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
    return "| `%s` | %s | %s | %s |\n"
        .formatted(setting.name(), setting.type().expected(), value, setting.help());
  }
}
