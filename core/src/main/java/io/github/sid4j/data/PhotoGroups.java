package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.NameGroups;
import java.util.List;
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
   * @param paths of the files below the folder, with slashes
   * @param pattern found in the path; files without it stay alone
   * @throws InputException if no file has it
   */
  static PhotoGroups of(List<String> paths, Pattern pattern) {
    int[] numbers = NameGroups.of(paths, pattern);
    int count = 1 + IntStream.of(numbers).max().orElse(-1);
    if (count == 0) {
      throw new InputException(
          "group-pattern",
          "a pattern that is found in paths such as " + paths.get(0),
          pattern.pattern() + ", which is in none",
          "correct it");
    }
    return new PhotoGroups(numbers, count);
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
