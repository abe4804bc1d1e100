package io.github.sid4j.internal.run;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The folder of a run, held by this process for writing until it is closed. {@code
 * docs/reference/run-folder.md} describes what is in it.
 */
public final class RunFolder implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final RunPaths paths;
  private final RunLock lock;
  private final Made made;

  private RunFolder(RunPaths paths, RunLock lock, Made made) {
    this.paths = paths;
    this.lock = lock;
    this.made = made;
  }

  /**
   * Begins a run in a folder that the user chose.
   *
   * @param folder made with its parents if it is not there
   * @param overwrite whether an earlier run in it is to be removed; files that no run of ours made
   *     are never removed
   * @return the folder, empty and held
   * @throws InputException when it is not empty and is not to be overwritten, when it holds
   *     something else than a run, when it is no folder or cannot be one, or when another process
   *     is writing in it
   * @throws IOException when it cannot be made or emptied
   */
  public static RunFolder create(Path folder, boolean overwrite) throws IOException {
    return take(
        folder,
        paths -> {
          checkFree(folder, overwrite);
          return true;
        });
  }

  /**
   * Begins a run that is written in one go, its settings last. Without them nothing is left of it:
   * closing the folder removes it again, and where the process is killed, the next process that
   * makes a run there takes its place.
   *
   * @param folder made with its parents if it is not there
   * @return the folder, empty and held
   * @throws InputException when it is not empty, is no folder or cannot be one, or another process
   *     is writing in it
   * @throws IOException when it cannot be made or emptied
   */
  public static RunFolder createWhole(Path folder) throws IOException {
    if (!isFree(folder)) {
      throw new InputException(
          folder.toString(),
          "an empty folder for the run",
          "one with files in it",
          "choose another folder, or remove what is in this one");
    }
    RunFolder run = create(folder, false);
    run.mark();
    return run;
  }

  /**
   * The same in a folder of its own, with a number behind its name if that is taken.
   *
   * @param runs where the folders of runs are, made if it is not there
   * @param name without separators
   * @return the folder, empty and held
   * @throws InputException when its path cannot be that of a folder
   * @throws IOException when it cannot be made
   */
  public static RunFolder createWholeIn(Path runs, String name) throws IOException {
    for (int number = 1; ; number++) {
      Path folder = runs.resolve(number == 1 ? name : name + "-" + number);
      try {
        if (isFree(folder) && !isWritten(folder)) {
          return createWhole(folder);
        }
      } catch (InputException e) {
        // No folder, or another process was faster: the next number.
      }
    }
  }

  private void mark() throws IOException {
    try {
      RunContents.mark(paths.folder());
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Whether a run can begin in a folder without replacing anything.
   *
   * @param folder that may not be there yet
   * @return whether it is not there, is empty, or holds only what a killed process left that was
   *     making or removing a run
   * @throws InputException when it is no folder
   * @throws IOException when it cannot be read
   */
  public static boolean isFree(Path folder) throws IOException {
    return isAbsent(folder) || RunContents.isEmpty(folder) || RunContents.isUnfinished(folder);
  }

  /**
   * Makes sure that {@link #create} can use a folder, as far as that can be seen without changing
   * anything.
   *
   * @param folder that may not be there yet
   * @param overwrite as in {@code create}
   * @throws InputException as from {@code create}
   * @throws IOException when it cannot be read
   */
  public static void checkFree(Path folder, boolean overwrite) throws IOException {
    if (isFree(folder)) {
      return;
    }
    if (!overwrite) {
      throw new InputException(
          folder.toString(),
          "an empty folder for the run",
          "one with files in it",
          "choose another folder, or give resume=true to resume the run in it, or overwrite=true"
              + " to replace it");
    }
    RunContents.checkOnlyOurs(folder);
  }

  /**
   * Begins a run in a folder of its own, {@code <dataset>-<method>-<yyyyMMdd-HHmmss>}, with a
   * number behind it if that is taken.
   *
   * @param runs where the folders of runs are, made if it is not there
   * @param dataset the data set's name
   * @param method the training method's name
   * @param now the time for the name
   * @return the folder, empty and held
   * @throws InputException when its path cannot be that of a folder
   * @throws IOException when it cannot be made
   */
  public static RunFolder createIn(Path runs, String dataset, String method, LocalDateTime now)
      throws IOException {
    String name = plain(dataset) + "-" + plain(method) + "-" + TIME.format(now);
    make(runs);
    for (int number = 1; ; number++) {
      Path folder = runs.resolve(number == 1 ? name : name + "-" + number);
      try {
        Files.createDirectory(folder);
        return take(folder, new Made(true, true), paths -> true);
      } catch (FileAlreadyExistsException e) {
        // Another run began in the same second: the next number.
      }
    }
  }

  /**
   * Takes up the run in a folder, to continue with it. Where none has got as far as its settings,
   * it is begun, so that one command can be given again after any accident.
   *
   * @param folder of the run, made with its parents if it is not there
   * @return the folder, held; with {@code settings.yaml} and all else that an earlier run wrote, or
   *     empty
   * @throws InputException when it holds something else than a run, when it is no folder or cannot
   *     be one, or when another process is writing in it
   * @throws IOException when it cannot be made, read or emptied
   */
  public static RunFolder resume(Path folder) throws IOException {
    return take(
        folder,
        paths -> {
          checkResumable(folder);
          return !Files.isRegularFile(paths.settings());
        });
  }

  /**
   * Holds a run that is there, so that no other process writes it meanwhile. Nothing of it is
   * changed.
   *
   * @param folder of the run
   * @return the folder, held
   * @throws InputException when there is no run in it, or another process is writing it
   * @throws IOException when it cannot be held
   */
  public static RunFolder hold(Path folder) throws IOException {
    RunPaths paths = new RunPaths(folder);
    if (!Files.isRegularFile(paths.settings())) {
      throw new InputException(
          paths.settings().toString(), "a file of a run", "none", "name the folder of a run");
    }
    return new RunFolder(paths, RunLock.take(paths.lock(), "run"), Made.by(paths));
  }

  /**
   * Makes sure that {@link #resume} can use a folder, as far as that can be seen without changing
   * anything.
   *
   * @param folder that may not be there yet
   * @throws InputException as from {@code resume}
   * @throws IOException when it cannot be read
   */
  public static void checkResumable(Path folder) throws IOException {
    boolean run = isFree(folder) || Files.isRegularFile(new RunPaths(folder).settings());
    if (!run) {
      throw new InputException(
          folder.toString(),
          "the folder of a run with " + RunPaths.SETTINGS + ", or an empty one",
          "other files",
          "name the folder that an earlier run wrote, or a new one");
    }
  }

  /**
   * Whether a process is writing the run in a folder at this moment.
   *
   * @param folder that need not hold a run
   * @return false also where there is none
   * @throws IOException when that cannot be seen
   */
  public static boolean isWritten(Path folder) throws IOException {
    return RunLock.isHeld(new RunPaths(folder).lock());
  }

  /**
   * Whether a folder is marked as that of a run.
   *
   * @param folder that need not be there
   * @return whether it holds the lock that every run leaves
   */
  public static boolean isRun(Path folder) {
    return RunContents.hasLock(folder);
  }

  /**
   * Where the run's files are.
   *
   * @return the paths, whether the files are there or not
   */
  public RunPaths paths() {
    return paths;
  }

  /** Lets others write the run. Of one that did not get as far as its settings nothing is left. */
  @Override
  public void close() throws IOException {
    boolean begun = Files.exists(paths.settings());
    try {
      if (begun) {
        RunContents.removeMarks(paths.folder());
      } else if (RunContents.isUnfinished(paths.folder())) {
        RunContents.delete(paths.folder());
        made.removeLock(paths);
      }
    } finally {
      lock.close();
    }
    if (!begun) {
      made.removeFolder(paths);
    }
  }

  /** Looks at a folder, and decides whether it is to be emptied. */
  private interface Look {
    boolean at(RunPaths paths) throws IOException;
  }

  private static RunFolder take(Path folder, Look look) throws IOException {
    return take(folder, Made.by(new RunPaths(folder)), look);
  }

  private static RunFolder take(Path folder, Made made, Look look) throws IOException {
    RunPaths paths = new RunPaths(folder);
    // Before the lock, so that no lock file is left among a stranger's files; and under the lock,
    // since another process may have begun in between.
    look.at(paths);
    if (!Files.isDirectory(folder)) {
      make(folder);
    }
    RunLock lock = RunLock.take(paths.lock(), "run");
    try {
      boolean overwrite = look.at(paths);
      if (overwrite) {
        RunContents.delete(folder);
      } else {
        RunContents.deleteUnfinished(folder);
      }
      return new RunFolder(paths, lock, made);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** A path that cannot be a folder is a wrong choice; lacking rights or a full disk are not. */
  private static void make(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileSystemException e) {
      boolean isFull = e.getReason() != null && e.getReason().contains("space left");
      if (isFull || e instanceof AccessDeniedException) {
        throw e;
      }
      throw new InputException(
          folder.toString(),
          "a folder that can be made",
          e.getReason() == null ? "a place where nothing can be made" : e.getReason(),
          "choose another folder");
    }
  }

  private static boolean isAbsent(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(
          folder.toString(), "a folder for the run", "a file", "choose another folder");
    }
    return !Files.exists(folder);
  }

  /** Without separators and all else that some file system refuses. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9_.]+", "-").replaceAll("^[.-]+|-+$", "");
  }
}
