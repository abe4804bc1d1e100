package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Files and folders that appear whole or not at all, whatever happens meanwhile: an exception, a
 * full disk, a killed process or a power cut. They are written beside their place under a name that
 * begins with {@code .tmp-}, forced onto the medium and then renamed.
 */
public final class AtomicFiles {
  private static final Publisher PUBLISHER = new Publisher(new LocalDisk());
  private static final Publisher HASTY = new Publisher(new LocalDisk(false));

  private AtomicFiles() {}

  /**
   * Writes a file.
   *
   * @param file replaced if it is there; its folder must be there
   * @param content what to write
   * @throws IOException when that fails; the file is then still the old one, or already the new one
   *     whole, and nothing is left beside it
   */
  public static void write(Path file, ContentWriter content) throws IOException {
    PUBLISHER.writeFile(file, content);
  }

  /**
   * Writes a file that is of use for the moment only: it appears whole or not at all, but after a
   * power cut it may be an old one or none. This takes no time to speak of.
   *
   * @param file as above
   * @param content as above
   * @throws IOException as above
   */
  public static void writeForNow(Path file, ContentWriter content) throws IOException {
    HASTY.writeFile(file, content);
  }

  /**
   * Writes a folder with all that is in it.
   *
   * @param folder must not be there yet; its parent must
   * @param content what to write
   * @throws java.nio.file.FileAlreadyExistsException when the folder is there
   * @throws IOException when writing fails; nothing is left then
   */
  public static void publishFolder(Path folder, FolderWriter content) throws IOException {
    PUBLISHER.publishFolder(folder, content);
  }
}
