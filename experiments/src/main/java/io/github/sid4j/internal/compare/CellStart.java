package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.process.Launch;
import java.io.IOException;
import java.util.Set;

/**
 * How processes of cells are started.
 *
 * @param launch starts {@code sid}; {@code train} and its flags are added
 * @param folders of the comparison
 * @param hidden variables of this process that a cell's does not get: those of a launcher would
 *     make it a part of a run of several processes
 */
record CellStart(Launch launch, Folders folders, Set<String> hidden) {
  /**
   * Starts or continues with a cell.
   *
   * @throws IOException if no process can be started
   */
  CellProcess start(Cell cell) throws IOException {
    return CellProcess.start(this, cell);
  }
}
