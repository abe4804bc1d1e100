package io.github.sid4j.internal.run;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Distinguishes the files that a run made from all others, by their names. */
final class RunContents {
  private static final String UNFINISHED = "\\.tmp-";
  private static final String UNIQUE = "-[0-9a-f-]{36}";
  private static final String TOP =
      Stream.of(
              RunPaths.SETTINGS,
              RunPaths.PROVENANCE,
              RunPaths.MODEL,
              RunPaths.TOKENIZER,
              RunPaths.CALIBRATION,
              RunPaths.CALIBRATION_PAGE,
              RunPaths.GALLERY,
              RunPaths.PROBE,
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

  private static final String SUSPECT_FILE =
      "(suspects\\.(csv|json|html)|fold-\\d+(-round-\\d+)?\\.json)";

  private static final Pattern FILE =
      Pattern.compile(
          "run\\.lock|(%s)|%s(%s)%s|checkpoints/(%s)/(%s|%s%s%s)|%s|suspects/(%s|%s%s%s)"
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
                  EVENTS,
                  SUSPECT_FILE,
                  UNFINISHED,
                  SUSPECT_FILE,
                  UNIQUE));
  private static final Pattern UNFINISHED_FILE =
      Pattern.compile("%s(%s)%s".formatted(UNFINISHED, TOP, UNIQUE));

  /** Says of a folder without settings that all of it was being made, or removed. */
  private static final Pattern MARK =
      Pattern.compile("%s%s%s".formatted(UNFINISHED, Pattern.quote(RunPaths.SETTINGS), UNIQUE));

  private static final Pattern FOLDER =
      Pattern.compile("tensorboard|suspects|checkpoints|checkpoints/(%s)".formatted(STEP_FOLDER));

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

  /**
   * Whether all there is was left by a process that was killed while it began, made or removed a
   * run: nothing of it is of use to anybody.
   */
  static boolean isUnfinished(Path folder) throws IOException {
    return isBeginning(folder) || isMarked(folder);
  }

  private static boolean isMarked(Path folder) throws IOException {
    if (!hasLock(folder) || exists(folder.resolve(RunPaths.SETTINGS)) || marks(folder).isEmpty()) {
      return false;
    }
    return all(folder).stream().allMatch(path -> isOurs(folder, path));
  }

  /**
   * Marks a folder whose run is written in one go, until its settings are there: without them, what
   * is in it counts for nothing.
   */
  static void mark(Path folder) throws IOException {
    // Its name is on the medium with that of the first file that is written whole.
    Files.createFile(newMark(folder));
  }

  static void removeMarks(Path folder) throws IOException {
    for (Path mark : marks(folder)) {
      Files.delete(mark);
    }
  }

  private static Path newMark(Path folder) {
    return folder.resolve(".tmp-" + RunPaths.SETTINGS + "-" + UUID.randomUUID());
  }

  private static List<Path> marks(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> MARK.matcher(path.getFileName().toString()).matches())
          .filter(RunContents::isUnfinishedFile)
          .toList();
    }
  }

  /** Whether all there is was left by a run that did not get as far as its settings. */
  private static boolean isBeginning(Path folder) throws IOException {
    Set<Path> first =
        Stream.of(RunPaths.LOCK, RunPaths.PROVENANCE, RunPaths.MODEL, RunPaths.CHECKPOINTS)
            .map(folder::resolve)
            .collect(Collectors.toSet());
    return hasLock(folder)
        && all(folder).stream()
            .allMatch(
                path -> isOurs(folder, path) && (first.contains(path) || isUnfinishedFile(path)));
  }

  /** Removes what a killed process was writing, but for checkpoints, whose store sees to them. */
  static void deleteUnfinished(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path path : entries.filter(RunContents::isUnfinishedFile).toList()) {
        Files.delete(path);
      }
    }
  }

  private static boolean isUnfinishedFile(Path path) {
    return UNFINISHED_FILE.matcher(path.getFileName().toString()).matches()
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Removes a run's own files, but for the lock. Killed meanwhile, it leaves a folder that is
   * unfinished; of strangers' files nothing is touched.
   */
  static void delete(Path folder) throws IOException {
    Path settings = folder.resolve(RunPaths.SETTINGS);
    // First: without settings nobody resumes what is half removed.
    if (Files.isRegularFile(settings, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(settings, newMark(folder), StandardCopyOption.ATOMIC_MOVE);
    }
    List<Path> marks = marks(folder);
    for (Path path : owned(folder)) {
      if (!marks.contains(path) && !path.equals(folder.resolve(RunPaths.LOCK))) {
        deleteUnlessShared(path);
      }
    }
    removeMarks(folder);
  }

  /** Removes the checkpoints. */
  static void deleteCheckpoints(Path folder) throws IOException {
    for (Path path : owned(folder)) {
      if (path.startsWith(folder.resolve(RunPaths.CHECKPOINTS))) {
        deleteUnlessShared(path);
      }
    }
  }

  private static void deleteUnlessShared(Path path) throws IOException {
    try {
      Files.delete(path);
    } catch (DirectoryNotEmptyException e) {
      // A stranger's file is in it.
    }
  }

  /** How many files of checkpoints there are. */
  static int checkpointFiles(Path folder) throws IOException {
    return (int)
        owned(folder).stream()
            .filter(path -> path.startsWith(folder.resolve(RunPaths.CHECKPOINTS)))
            .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
            .count();
  }

  /** How many there are that are not the run's. */
  static int others(Path folder) throws IOException {
    return (int) all(folder).stream().filter(path -> !isOurs(folder, path)).count();
  }

  /** The files and folders of a run, the contents of a folder before itself. */
  static List<Path> owned(Path folder) throws IOException {
    return all(folder).stream().filter(path -> isOurs(folder, path)).toList();
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  static boolean hasLock(Path folder) {
    return Files.isRegularFile(folder.resolve(RunPaths.LOCK), LinkOption.NOFOLLOW_LINKS);
  }

  /** Everything below a folder, the contents of a folder before itself. */
  private static List<Path> all(Path folder) throws IOException {
    // The user may have named the folder itself by a link, which a walk does not follow.
    Path real = folder.toRealPath();
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        real,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return found(path);
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            return found(path);
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            return gone(e);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path path, IOException e) throws IOException {
            return gone(e);
          }

          private FileVisitResult found(Path path) {
            if (!path.equals(real)) {
              found.add(folder.resolve(real.relativize(path)));
            }
            return FileVisitResult.CONTINUE;
          }

          /** A process that writes the run moves and removes files meanwhile. */
          private FileVisitResult gone(IOException e) throws IOException {
            if (e == null || e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    found.sort(Comparator.reverseOrder());
    return found;
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
