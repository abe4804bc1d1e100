package io.github.sid4j.run;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees to it that one process at a time writes a folder. The system frees it if that is killed. */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
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
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw new InputException(
            file.toAbsolutePath().getParent().toString(),
            "a " + what + " that nobody else is writing",
            "one whose " + file.getFileName() + " another process holds",
            "wait until that ends, or choose another folder");
      }
      return new RunLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Held by this very process.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
