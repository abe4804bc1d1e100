package io.github.sid4j.internal.run;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.PlainFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Sees to it that one process at a time writes a folder. The system frees it if that is killed. */
public final class RunLock implements AutoCloseable {
  // A POSIX process that closes any handle of a file gives up all its locks on it. So a file that
  // this process holds must not even be opened again.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final int ATTEMPTS = 5;
  private static final long PAUSE_NANOS = 20_000_000;

  private final FileChannel channel;
  private final Path held;

  private RunLock(FileChannel channel, Path held) {
    this.channel = channel;
    this.held = held;
  }

  /**
   * Whether a process is writing the folder.
   *
   * @param file that may not be there
   */
  static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(PlainFiles.file(file))) {
      return false;
    }
    if (HELD.contains(file.toRealPath())) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    }
  }

  /**
   * Takes the lock or gives up at once.
   *
   * @param file made if it is not there; it stays when the lock is given back
   * @param what the folder of the file holds, for example {@code run}
   * @return held until it is closed or this process ends
   * @throws InputException when another has it
   * @throws IOException when the file cannot be made
   */
  public static RunLock take(Path file, String what) throws IOException {
    Path held = folder(file).toRealPath().resolve(file.getFileName());
    if (!HELD.add(held)) {
      throw refusal(file, what);
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              PlainFiles.file(file),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      // A process that removes a folder holds its lock and removes that file, too.
      if (!isLocked(channel) || !Files.exists(file)) {
        throw refusal(file, what);
      }
      return new RunLock(channel, held);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(held);
      throw e;
    }
  }

  /**
   * Takes the lock, also where a process that only looks whether it is held has it for a moment.
   */
  private static boolean isLocked(FileChannel channel) throws IOException {
    for (int attempt = 1; channel.tryLock() == null; attempt++) {
      if (attempt == ATTEMPTS) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }

  /** It has one: a lock is a file. */
  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private static InputException refusal(Path file, String what) {
    return new InputException(
        folder(file).toString(),
        "a " + what + " that nobody else is writing",
        "one whose " + file.getFileName() + " another process holds",
        "wait until that ends, or choose another folder");
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(held);
  }
}
