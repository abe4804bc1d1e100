package io.github.sid4j.internal.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which samples stay together in all parts, by a pattern of their names. */
public final class NameGroups {
  private NameGroups() {}

  /**
   * Groups samples.
   *
   * @param names of the samples
   * @param pattern whose first group, or all of what it finds, is what a group has in common
   * @return by sample the number of its group, from 0; -1 for one whose name lacks the pattern
   */
  public static int[] of(List<String> names, Pattern pattern) {
    Map<String, Integer> numbers = new HashMap<>();
    return names.stream()
        .map(pattern::matcher)
        .mapToInt(
            found ->
                found.find() ? numbers.computeIfAbsent(common(found), none -> numbers.size()) : -1)
        .toArray();
  }

  private static String common(Matcher found) {
    return found.groupCount() > 0 && found.group(1) != null ? found.group(1) : found.group();
  }
}
