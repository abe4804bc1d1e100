package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.Setting;
import java.util.regex.Pattern;

/** Values of settings in the remedies of errors, in the one form that the command line reads. */
public final class Remedies {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+-]+");

  private Remedies() {}

  /**
   * A setting and a value for it.
   *
   * @param setting to be given
   * @param value for its text; one with blanks or signs is quoted as in a shell
   * @return {@code key=value}
   */
  public static String set(Setting<?> setting, Object value) {
    String text = value.toString();
    return setting.name()
        + "="
        + (PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'");
  }
}
