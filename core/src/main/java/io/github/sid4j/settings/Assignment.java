package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.AssignmentReader;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.Shown;
import java.nio.file.Path;
import java.util.List;

/**
 * A setting's name and text as a user gave them.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param name not yet known to be right
 * @param text not yet known to be right
 * @param place where the user gave them, to begin an error's line with
 */
public record Assignment(String name, String text, String place) {
  /**
   * Given by the setting's name alone.
   *
   * @param name of the setting, perhaps a wrong one
   * @param text its value
   * @return whose place is the name
   */
  public static Assignment of(String name, String text) {
    return new Assignment(name, text, Shown.plain(name));
  }

  /**
   * Given as a pair.
   *
   * @param pair {@code key=value}
   * @return whose place is the key
   * @throws InputException without a {@code =}
   */
  public static Assignment of(String pair) {
    int at = pair.indexOf('=');
    if (at < 0) {
      throw new InputException("setting", "key=value", Shown.text(pair), "write it like batch=64");
    }
    return of(pair.substring(0, at).strip(), pair.substring(at + 1));
  }

  /**
   * The text of a value that a file has as a list.
   *
   * @param name of the setting, perhaps a wrong one
   * @param entries of the list, as they are
   * @return the text that a flag would have
   */
  public static String joined(String name, List<String> entries) {
    return SettingTable.named(name)
        .map(setting -> setting.type().join(entries))
        .orElseGet(() -> String.join(",", entries));
  }

  /**
   * The same with the one text that its value has, for example {@code 0.1} for {@code 0.10}.
   *
   * @return whose name and value are right
   * @throws InputException for an unknown name or a wrong value
   */
  public Assignment canonical() {
    return canonical(AssignmentReader.setting(this));
  }

  private <T> Assignment canonical(Setting<T> setting) {
    T value = AssignmentReader.value(setting, this);
    return new Assignment(name, setting.type().format(value), place);
  }

  /**
   * Given in a file.
   *
   * @param file as the user called it
   * @param line from 1
   * @param name the key
   * @param text its value
   * @return the assignment
   */
  public static Assignment inFile(Path file, int line, String name, String text) {
    return new Assignment(name, text, file + " line " + line + ", " + Shown.plain(name));
  }
}
