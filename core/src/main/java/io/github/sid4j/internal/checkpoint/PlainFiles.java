package io.github.sid4j.internal.checkpoint;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for what is opened below the folder of a run, which may be a stranger's: files that
 * are plain files and folders that are real folders. A link could lead anywhere, and a pipe would
 * never end.
 */
public final class PlainFiles {
  private PlainFiles() {}

  /**
   * Makes sure that a path leads to a plain file or to nothing.
   *
   * @param path below the folder of a run
   * @return the same path
   * @throws InputException if something else is there
   */
  public static Path file(Path path) {
    BasicFileAttributes found = look(path);
    if (found != null && !found.isRegularFile()) {
      throw refusal(path, "a plain file", found);
    }
    return path;
  }

  /**
   * Makes sure that a path leads to a folder or to nothing.
   *
   * @param path below the folder of a run
   * @return the same path
   * @throws InputException if something else is there
   */
  public static Path folder(Path path) {
    BasicFileAttributes found = look(path);
    if (found != null && !found.isDirectory()) {
      throw refusal(path, "a folder", found);
    }
    return path;
  }

  /** Null where nothing is there, or where nothing can be opened either. */
  private static @Nullable BasicFileAttributes look(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
    }
  }

  private static InputException refusal(Path path, String expected, BasicFileAttributes found) {
    String kind =
        found.isSymbolicLink()
            ? "a symbolic link"
            : found.isDirectory()
                ? "a folder"
                : found.isRegularFile() ? "a file" : "a pipe, a device or the like";
    return new InputException(
        path.toString(), expected, kind, "put what it stands for in its place, or remove it");
  }
}
