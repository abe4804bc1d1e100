package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hidden place inside the data folder where a data set is put together, held by one fetcher at
 * a time. Being on the same file system, a finished file can be moved out of it in one step.
 */
final class StagingDirectory implements AutoCloseable {
  private final Path dir;
  private final Path room;
  private final FileChannel channel;

  private StagingDirectory(Path dir, Path room, FileChannel channel) {
    this.dir = dir;
    this.room = room;
    this.channel = channel;
  }

  /**
   * Takes the place, which is made if need be.
   *
   * @throws InputException if another fetcher, of this or another process, has it
   */
  static StagingDirectory take(Path dir, String dataset) throws IOException {
    Path hidden = Files.createDirectories(dir.resolve(".partial"));
    FileChannel channel = lock(dir, hidden.resolve(dataset + ".lock"), dataset);
    try {
      return new StagingDirectory(dir, Files.createDirectories(hidden.resolve(dataset)), channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel lock(Path dir, Path file, String dataset) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // The same, within this process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new InputException(
        dir.toString(),
        "nobody else to be fetching " + dataset + " into it",
        "another fetch under way",
        "wait for that to end and run again");
  }

  /** Where a file is brought to. */
  Partial partial(PublicFile file) {
    return new Partial(room.resolve(file.name()));
  }

  /** Where an archive is unpacked to. */
  Path unpacked() {
    return room.resolve("unpacked");
  }

  /** Moves a finished file to its place in one step. */
  Path place(Path finished, FetchedFile target) throws IOException {
    Path path = dir.resolve(target.path());
    Files.createDirectories(path.getParent());
    return Files.move(finished, path, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes all that is left of the work once nothing of it is needed to continue. */
  void clear() throws IOException {
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(room)) {
      paths = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }

  /** Lets others in. The lock file stays: removing it could part those who wait for it. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
