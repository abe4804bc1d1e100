package io.github.sid4j.train;

import io.github.sid4j.error.InputException;
import java.nio.file.Path;
import java.util.List;

/** Whether a program brings the parts that a run was begun with. */
final class OwnPartsCheck {
  private static final String DATA = "data";

  private OwnPartsCheck() {}

  /**
   * Refuses other parts.
   *
   * @param run its folder
   * @param before names of the parts of the run
   * @param now names of those that are given
   * @throws InputException if they are not the same
   */
  static void check(Path run, List<String> before, List<String> now) {
    // Data is compared by its hash. Runs of older versions record no parts and may have some.
    List<String> needed = before.stream().filter(part -> !part.equals(DATA)).toList();
    List<String> given = now.stream().filter(part -> !part.equals(DATA)).toList();
    if (!needed.isEmpty() && !needed.equals(given)) {
      throw new InputException(
          run.toString(),
          "the run's own " + String.join(", ", needed) + " from the program that resumes it",
          given.isEmpty() ? "none" : "own " + String.join(", ", given),
          "resume it from such a program");
    }
  }
}
