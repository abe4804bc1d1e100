package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which photos stay together in all parts, by a pattern of their paths. */
final class PhotoGroups {
  private final int[] numbers;
  private final int count;

  private PhotoGroups(int[] numbers, int count) {
    this.numbers = numbers;
    this.count = count;
  }

  /**
   * Groups files.
   *
   * @param pattern found in the path below the folder, with slashes; files without it stay alone
   * @throws InputException if no file has it
   */
  static PhotoGroups of(Path dir, List<LabelledFile> files, Pattern pattern) {
    Map<String, Integer> names = new HashMap<>();
    int[] numbers = new int[files.size()];
    for (int i = 0; i < numbers.length; i++) {
      Matcher found =
          pattern.matcher(dir.relativize(files.get(i).file()).toString().replace('\\', '/'));
      numbers[i] = found.find() ? names.computeIfAbsent(name(found), none -> names.size()) : -1;
    }
    if (names.isEmpty()) {
      throw new InputException(
          "group-pattern",
          "a pattern that is found in paths such as "
              + dir.relativize(files.get(0).file()).toString().replace('\\', '/'),
          pattern.pattern() + ", which is in none",
          "correct it");
    }
    return new PhotoGroups(numbers, names.size());
  }

  private static String name(Matcher found) {
    return found.groupCount() > 0 && found.group(1) != null ? found.group(1) : found.group();
  }

  /** By file; below 0 one is alone. */
  int[] numbers() {
    return numbers;
  }

  /** To be shown at the start of a run. */
  DataFact fact() {
    long alone = IntStream.of(numbers).filter(number -> number < 0).count();
    return new DataFact(
        "groups",
        "%s of %s images that stay together%s"
            .formatted(
                count,
                numbers.length - alone,
                alone == 0 ? "" : ", %s images alone".formatted(alone)));
  }
}
