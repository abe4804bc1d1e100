package io.github.sid4j.internal.fetch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which names of archive entries stay inside the folder that they are unpacked to. */
final class EntryNames {
  private EntryNames() {}

  /**
   * Whether a name is relative, never climbs and means the same on every system: no backslash,
   * drive letter or control character.
   */
  static boolean isSafe(String name) {
    if (name.isEmpty() || name.startsWith("/")) {
      return false;
    }
    boolean plain = name.chars().allMatch(c -> c >= ' ' && c != '\\' && c != ':' && c != 127);
    return plain && !Arrays.asList(name.split("/")).contains("..");
  }

  /** The same name without what has no meaning: {@code ./a//b/} becomes {@code a/b}. */
  static String normal(String name) {
    List<String> parts = new ArrayList<>(Arrays.asList(name.split("/")));
    parts.removeIf(part -> part.isEmpty() || part.equals("."));
    return String.join("/", parts);
  }
}
