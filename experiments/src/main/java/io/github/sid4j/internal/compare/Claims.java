package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Which cells this process runs, where several carry out one comparison: a cell is run by the one
 * that holds its lock, which the system frees when that process ends.
 */
final class Claims {
  private final Folders folders;
  private final Map<String, RunLock> held = new HashMap<>();

  Claims(Folders folders) {
    this.folders = folders;
  }

  /** Takes a cell, unless another process has it. */
  boolean take(Cell cell) throws IOException {
    Path file = folders.claim(cell);
    Files.createDirectories(file.getParent());
    try {
      held.put(cell.id(), RunLock.take(file, "cell"));
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  /** Gives back a cell that this process may have. */
  void giveBack(Cell cell) throws IOException {
    RunLock lock = held.remove(cell.id());
    if (lock != null) {
      lock.close();
    }
  }
}
