package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The operations that change a disk, apart so that tests can break off at every one of them. */
interface Disk {
  /**
   * Opens a file that is not there yet.
   *
   * @param file to create
   * @return a stream to write it, unbuffered
   * @throws IOException when it is there or cannot be made
   */
  OutputStream create(Path file) throws IOException;

  /**
   * Makes a folder that is not there yet.
   *
   * @param folder to make, its parent being there
   * @throws IOException when it is there or cannot be made
   */
  void createFolder(Path folder) throws IOException;

  /**
   * Waits until a file's contents or a folder's names are on the medium.
   *
   * @param path file or folder
   * @throws IOException when the medium refuses
   */
  void force(Path path) throws IOException;

  /**
   * Gives a file or folder another name in the same folder, at one moment.
   *
   * @param from what is there
   * @param to its new name; a file there is replaced
   * @throws IOException when that is not possible
   */
  void rename(Path from, Path to) throws IOException;

  /**
   * Removes a file or an empty folder.
   *
   * @param path to remove
   * @throws IOException when it is not there or cannot be removed
   */
  void delete(Path path) throws IOException;
}
