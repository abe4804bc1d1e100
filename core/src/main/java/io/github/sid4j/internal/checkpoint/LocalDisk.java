package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The disk that the paths' own file system offers. */
final class LocalDisk implements Disk {
  // There a folder cannot be opened, and its names are safe once the rename returns.
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private final boolean forces;

  LocalDisk() {
    this(true);
  }

  /**
   * The same in haste.
   *
   * @param forces whether anything has to outlive a power cut
   */
  LocalDisk(boolean forces) {
    this.forces = forces;
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
  }

  @Override
  public void force(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (!forces || (folder && WINDOWS)) {
      return;
    }
    StandardOpenOption access = folder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(path);
  }
}
