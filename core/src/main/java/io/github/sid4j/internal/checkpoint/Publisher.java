package io.github.sid4j.internal.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes under a name for the time being, forces that onto the disk, then renames. */
final class Publisher {
  /** How the names begin of what is not whole yet or is being removed. */
  static final String UNFINISHED = ".tmp-";

  private final Disk disk;

  Publisher(Disk disk) {
    this.disk = disk;
  }

  void writeFile(Path file, ContentWriter content) throws IOException {
    Path unfinished = unfinished(file);
    try {
      try (OutputStream out = new BufferedOutputStream(disk.create(unfinished), 1 << 16)) {
        content.write(out);
      }
      disk.force(unfinished);
      disk.rename(unfinished, file);
    } catch (IOException e) {
      cleanUp(unfinished, e);
      throw naming(unfinished, file, e);
    } catch (RuntimeException | Error e) {
      cleanUp(unfinished, e);
      throw e;
    }
    disk.force(parent(file));
  }

  void publishFolder(Path folder, FolderWriter content) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    commitFolder(prepareFolder(folder, content), folder);
  }

  /** Gives a prepared folder its name, or removes it. */
  void commitFolder(Path prepared, Path folder) throws IOException {
    try {
      disk.rename(prepared, folder);
    } catch (IOException | RuntimeException | Error e) {
      cleanUp(prepared, e);
      throw e;
    }
    disk.force(parent(folder));
  }

  /**
   * Writes a folder as far as that it only has to be renamed.
   *
   * @param folder what it is to be called
   * @param content what to write
   * @return where it is for the time being, whole and forced onto the disk
   */
  Path prepareFolder(Path folder, FolderWriter content) throws IOException {
    Path unfinished = unfinished(folder);
    try {
      disk.createFolder(unfinished);
      content.write(unfinished);
      for (Path path : insideOut(unfinished)) {
        disk.force(path);
      }
    } catch (IOException e) {
      cleanUp(unfinished, e);
      throw naming(unfinished, folder, e);
    } catch (RuntimeException | Error e) {
      cleanUp(unfinished, e);
      throw e;
    }
    return unfinished;
  }

  /** Removes a whole folder so that, broken off, it never stands there in part under its name. */
  void discardFolder(Path folder) throws IOException {
    Path unfinished = unfinished(folder);
    disk.rename(folder, unfinished);
    // Otherwise the old name can come back after a power cut, without its files.
    disk.force(parent(folder));
    deleteTree(unfinished);
  }

  void deleteTree(Path root) throws IOException {
    for (Path path : insideOut(root)) {
      disk.delete(path);
    }
  }

  /**
   * Names the file as it would have been called. A full disk shows in the middle of a file, where
   * the system names none; and nobody finds what had its name for the time being.
   */
  private static IOException naming(Path unfinished, Path target, IOException e) {
    if (!(e instanceof FileSystemException failed)) {
      return named(target, e.getMessage(), e);
    }
    // Those of its kinds say by their class what was wrong.
    boolean plain = e.getClass() == FileSystemException.class && failed.getFile() != null;
    Path file = plain ? Path.of(failed.getFile()) : target;
    return file.startsWith(unfinished)
        ? named(target.resolve(unfinished.relativize(file)), failed.getReason(), e)
        : e;
  }

  private static IOException named(Path file, @Nullable String reason, IOException cause) {
    IOException named = new FileSystemException(file.toString(), null, reason);
    named.initCause(cause);
    return named;
  }

  private void cleanUp(Path unfinished, Throwable reason) {
    try {
      if (Files.exists(unfinished, LinkOption.NOFOLLOW_LINKS)) {
        deleteTree(unfinished);
      }
    } catch (IOException | RuntimeException | Error e) {
      reason.addSuppressed(e);
    }
  }

  private static Path unfinished(Path path) {
    return path.resolveSibling(UNFINISHED + path.getFileName() + "-" + UUID.randomUUID());
  }

  private static Path parent(Path path) {
    // A file system's root, which has none, is never written.
    return Objects.requireNonNull(path.toAbsolutePath().getParent());
  }

  private static List<Path> insideOut(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
