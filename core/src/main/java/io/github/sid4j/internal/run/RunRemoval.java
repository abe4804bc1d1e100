package io.github.sid4j.internal.run;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * What is to be removed of a run: its own files and nothing else. Links are not followed.
 *
 * @param folder of the run
 * @param checkpointsOnly whether the rest of it stays
 * @param files how many are to go
 * @param bytes of them
 * @param others files in the folder that are not the run's, which stay, and the folder with them
 */
public record RunRemoval(Path folder, boolean checkpointsOnly, int files, long bytes, int others) {
  /**
   * Looks what there is to remove; changes nothing.
   *
   * @param folder of a run
   * @param checkpointsOnly whether only the checkpoints of a finished run are to go
   * @return to be carried out
   * @throws InputException if it is no run's folder, a process is writing it, or its checkpoints
   *     are still needed
   * @throws IOException if it cannot be read
   */
  public static RunRemoval of(Path folder, boolean checkpointsOnly) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !RunContents.hasLock(folder)) {
      throw new InputException(
          folder.toString(),
          "the folder of a run",
          Files.isSymbolicLink(folder)
              ? "a link"
              : Files.exists(folder) ? "no " + RunPaths.LOCK + " of a run in it" : "nothing there",
          "name the folder of a run");
    }
    if (RunFolder.isWritten(folder)) {
      throw new InputException(
          folder.toString(),
          "a run that nobody is writing",
          "one whose " + RunPaths.LOCK + " another process holds",
          "stop it first");
    }
    if (checkpointsOnly && !Files.exists(new RunPaths(folder).result())) {
      throw new InputException(
          folder.toString(),
          "a finished run",
          "one that needs its checkpoints to be resumed",
          "resume it, or remove all of it");
    }
    RunSize size = RunSize.of(folder);
    return checkpointsOnly
        ? new RunRemoval(
            folder, true, RunContents.checkpointFiles(folder), size.checkpointBytes(), 0)
        : new RunRemoval(folder, false, size.files(), size.bytes(), RunContents.others(folder));
  }

  /**
   * Removes it. Killed meanwhile, it leaves a folder that can be removed again.
   *
   * @throws InputException if a process has begun to write the run
   * @throws IOException if a file cannot be removed
   */
  public void carryOut() throws IOException {
    RunPaths paths = new RunPaths(folder);
    try (RunLock lock = RunLock.take(paths.lock(), "run")) {
      if (checkpointsOnly) {
        RunContents.deleteCheckpoints(folder);
        return;
      }
      RunContents.delete(folder);
      Files.deleteIfExists(paths.lock());
    }
    if (RunContents.isEmpty(folder)) {
      Files.deleteIfExists(folder);
    }
  }
}
