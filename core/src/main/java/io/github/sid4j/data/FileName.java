package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import java.nio.file.Path;
import java.util.Locale;

/** Names of files and folders that become names of classes. */
final class FileName {
  private static final String UNREADABLE = "\uFFFD";

  private FileName() {}

  /**
   * The last name of a path.
   *
   * @param path with a name
   * @return the name
   * @throws InputException if the JVM's locale lacks letters of it, so that a mark stands for them
   */
  static String of(Path path) {
    String name = path.getFileName().toString();
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (name.contains(UNREADABLE) && !encoding.toUpperCase(Locale.ROOT).startsWith("UTF")) {
      throw new InputException(
          path.toString(),
          "a locale that has all letters of this name",
          "one with " + encoding + " only",
          "set LC_ALL=C.UTF-8");
    }
    return name;
  }
}
