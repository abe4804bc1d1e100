package io.github.sid4j.internal.run;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The form of a run's folder, a number in {@code provenance.json}. It grows when a folder can no
 * longer be read by the versions before, not when fields are added.
 */
public final class RunFormat {
  /** That of the folders which this version writes; it reads all up to it. */
  public static final int NEWEST = 1;

  private RunFormat() {}

  /** The part of {@code provenance.json} that is wanted here. */
  record Part(@OptionalField Integer format) {}

  /**
   * Refuses the folder of a later version, before anything else in it is read. Damage is left to
   * those who read more.
   *
   * @param paths of the run
   * @throws InputException if its form is a later one
   * @throws IOException if the file cannot be read
   */
  public static void check(RunPaths paths) throws IOException {
    Path file = paths.provenance();
    if (!Files.exists(file)) {
      return;
    }
    int found = number(file);
    if (found > NEWEST) {
      throw new InputException(
          file + " format",
          "at most " + NEWEST,
          Integer.toString(found),
          "use the version of sid4j that wrote the run, or a later one");
    }
  }

  private static int number(Path file) throws IOException {
    Part part;
    try {
      part = RunJson.read(file, Part.class);
    } catch (InputException e) {
      return NEWEST;
    }
    return part.format() == null ? NEWEST : part.format();
  }
}
