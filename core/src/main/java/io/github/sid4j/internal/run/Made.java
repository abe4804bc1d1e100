package io.github.sid4j.internal.run;

import java.io.IOException;
import java.nio.file.Files;

/**
 * What was not there before a run took its folder, and goes again if the run does not begin.
 *
 * @param folder whether the folder itself was not there
 * @param lock whether its lock was not there
 */
record Made(boolean folder, boolean lock) {
  static Made by(RunPaths paths) {
    return new Made(!Files.exists(paths.folder()), !Files.exists(paths.lock()));
  }

  /** While the lock is held: it goes first, so that nobody takes it who finds the folder gone. */
  void removeLock(RunPaths paths) throws IOException {
    if (lock) {
      Files.deleteIfExists(paths.lock());
    }
  }

  /** Once the lock is given back, since some systems keep a folder with a file that is open. */
  void removeFolder(RunPaths paths) throws IOException {
    if (folder && !Files.exists(paths.lock())) {
      Files.deleteIfExists(paths.folder());
    }
  }
}
