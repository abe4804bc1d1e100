package io.github.sid4j.internal.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import java.nio.file.InvalidPathException;

/** Turns what a user gave into keys and values, or into a line that says what is expected. */
public final class AssignmentReader {
  private AssignmentReader() {}

  public static Setting<?> setting(Assignment assignment) {
    return SettingTable.named(assignment.name()).orElseThrow(() -> unknown(assignment));
  }

  private static InputException unknown(Assignment assignment) {
    String remedy =
        Nearest.to(assignment.name(), SettingTable.names())
            .map(name -> "use " + name)
            .orElse("see the list of settings");
    return InputException.ofSetting(
        assignment.name(),
        assignment.place(),
        "the name of a setting",
        Shown.text(assignment.name()),
        remedy);
  }

  public static <T> T value(Setting<T> setting, Assignment assignment) {
    try {
      return setting.type().parse(assignment.text());
    } catch (IllegalArgumentException e) {
      String remedy =
          e instanceof InvalidPathException path ? path.getReason() : remedy(setting, assignment);
      throw InputException.ofSetting(
          setting.name(),
          assignment.place(),
          setting.type().expected(),
          Shown.text(assignment.text()),
          remedy,
          e);
    }
  }

  private static String remedy(Setting<?> setting, Assignment assignment) {
    String usual = setting.defaultText().isEmpty() ? "" : " " + setting.defaultText();
    return Nearest.to(assignment.text(), setting.type().choices())
        .map(word -> "use " + word)
        .orElse(
            setting == ModelSetting.METHOD
                ? "correct it, or put the jar of that method on the class path"
                : "correct it or leave it out for the default" + usual);
  }
}
