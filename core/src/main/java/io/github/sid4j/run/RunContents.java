package io.github.sid4j.run;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the files that a run of ours made from strangers', by their names. */
final class RunContents {
  private static final String UNFINISHED = "\\.tmp-";
  private static final String UNIQUE = "-[0-9a-f-]{36}";
  private static final String TOP =
      Stream.of(
              RunPaths.SETTINGS,
              RunPaths.PROVENANCE,
              RunPaths.MODEL,
              RunPaths.CALIBRATION,
              RunPaths.CALIBRATION_PAGE,
              RunPaths.METRICS,
              RunPaths.RESULT,
              RunPaths.BELIEFS,
              RunPaths.LIVE,
              RunPaths.SAMPLES,
              RunPaths.BELIEFS_LOG,
              RunPaths.WEIGHTS,
              RunPaths.BEST)
          .map(Pattern::quote)
          .reduce((left, right) -> left + "|" + right)
          .orElseThrow();
  private static final String STEP = "step-\\d{9,}";
  private static final String STEP_FOLDER =
      "(\\.old-)?%s|%s(\\.old-)?%s%s".formatted(STEP, UNFINISHED, STEP, UNIQUE);
  private static final String STEP_FILE = "\\w[\\w.-]*\\.(json|safetensors)";

  private static final String EVENTS = "tensorboard/events\\.out\\.tfevents\\.\\d+\\.sid4j";

  private static final Pattern FILE =
      Pattern.compile(
          "run\\.lock|(%s)|%s(%s)%s|checkpoints/(%s)/(%s|%s%s%s)|%s"
              .formatted(
                  TOP,
                  UNFINISHED,
                  TOP,
                  UNIQUE,
                  STEP_FOLDER,
                  STEP_FILE,
                  UNFINISHED,
                  STEP_FILE,
                  UNIQUE,
                  EVENTS));
  private static final Pattern UNFINISHED_FILE =
      Pattern.compile("%s(%s)%s".formatted(UNFINISHED, TOP, UNIQUE));
  private static final Pattern FOLDER =
      Pattern.compile("tensorboard|checkpoints|checkpoints/(%s)".formatted(STEP_FOLDER));

  private RunContents() {}

  static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(entry -> entry.getFileName().toString().equals(RunPaths.LOCK));
    }
  }

  /**
   * Makes sure that a run was here and nothing else is.
   *
   * @throws InputException naming what is not of a run
   */
  static void checkOnlyOurs(Path folder) throws IOException {
    // Without the lock file that every run leaves, a settings.yaml may well be the user's own.
    if (!hasLock(folder)) {
      throw notOurs(folder, "files, but no " + RunPaths.LOCK + " of a run");
    }
    for (Path path : all(folder)) {
      if (!isOurs(folder, path)) {
        throw notOurs(folder, folder.relativize(path).toString());
      }
    }
  }

  /** Whether all there is was left by a run that did not get as far as its settings. */
  static boolean isBeginning(Path folder) throws IOException {
    Set<Path> first =
        Stream.of(RunPaths.LOCK, RunPaths.PROVENANCE, RunPaths.MODEL, RunPaths.CHECKPOINTS)
            .map(folder::resolve)
            .collect(Collectors.toSet());
    return hasLock(folder)
        && all(folder).stream()
            .allMatch(path -> isOurs(folder, path) && (first.contains(path) || isUnfinished(path)));
  }

  /** Removes what a killed process was writing, but for checkpoints, whose store sees to them. */
  static void deleteUnfinished(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path path : entries.filter(RunContents::isUnfinished).toList()) {
        Files.delete(path);
      }
    }
  }

  private static boolean isUnfinished(Path path) {
    return UNFINISHED_FILE.matcher(path.getFileName().toString()).matches()
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes all that {@link #checkOnlyOurs} allows, but for the lock. */
  static void delete(Path folder) throws IOException {
    // The settings first: without them nobody resumes what is half removed.
    Files.deleteIfExists(folder.resolve(RunPaths.SETTINGS));
    for (Path path : all(folder)) {
      if (isOurs(folder, path) && !path.equals(folder.resolve(RunPaths.LOCK))) {
        Files.delete(path);
      }
    }
  }

  private static boolean hasLock(Path folder) {
    return Files.isRegularFile(folder.resolve(RunPaths.LOCK), LinkOption.NOFOLLOW_LINKS);
  }

  /** Everything below a folder, the contents of a folder before itself. */
  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static boolean isOurs(Path folder, Path path) {
    String name = folder.relativize(path).toString().replace('\\', '/');
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        ? FOLDER.matcher(name).matches()
        : FILE.matcher(name).matches() && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static InputException notOurs(Path folder, String found) {
    return new InputException(
        folder.toString(),
        "the files of an earlier run and no others",
        found,
        "move that away or choose another folder");
  }
}
