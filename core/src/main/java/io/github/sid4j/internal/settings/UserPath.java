package io.github.sid4j.internal.settings;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths as people write them. A shell replaces {@code ~} only in plain words: not in a file, and
 * not behind {@code =}.
 */
public final class UserPath {
  private static final String HOME = "~";

  private UserPath() {}

  /**
   * Reads a path.
   *
   * @param text of which {@code ~} alone or before a separator is the home folder: that of the
   *     environment variable HOME, or else that of the system
   * @return the path
   * @throws InvalidPathException if the text begins with the home folder of another user, which is
   *     not known, or is no path of this system; its reason is what the user can do
   */
  public static Path of(String text) {
    return of(text, home(System.getenv("HOME"), System.getProperty("user.home")));
  }

  static Path of(String text, String home) {
    if (!text.startsWith(HOME)) {
      return path(text);
    }
    boolean own = text.length() == 1 || isSeparator(text.charAt(1));
    if (!own) {
      throw new InvalidPathException(
          text,
          "write the home folder of another user in full, and a folder of that name as ./~name");
    }
    return path(home + text.substring(1));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      InvalidPathException explained = new InvalidPathException(e.getInput(), remedy(e));
      explained.initCause(e);
      throw explained;
    }
  }

  /**
   * What a user can do about a text that is no path here.
   *
   * @param refused by the system
   * @return an imperative without a full stop
   */
  public static String remedy(InvalidPathException refused) {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    boolean unmappable = refused.getReason().contains("unmappable");
    return unmappable
        ? "set LC_ALL=C.UTF-8, since the present locale (%s) lacks letters of it"
            .formatted(encoding)
        : "correct it (" + refused.getReason() + ")";
  }

  /**
   * Writes a path so that it is read again as the same.
   *
   * @param path any
   * @return its text, with {@code ./} before a folder that is really called {@code ~}
   */
  public static String text(Path path) {
    String text = path.toString();
    return text.startsWith(HOME) ? "." + File.separator + text : text;
  }

  private static String home(String variable, String property) {
    return variable == null || variable.isBlank() ? property : variable;
  }

  private static boolean isSeparator(char character) {
    return character == '/' || character == File.separatorChar;
  }
}
