package io.github.sid4j.internal.checkpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A disk that fails at the n-th operation: either once, as a full disk does, or as a power cut
 * does, after which nothing works any more and what was not forced is lost.
 */
final class FaultyDisk implements Disk {
  /** Stands for the end of the process. */
  static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Disk real = new LocalDisk();
  private final Path root;
  private final int failingOperation;
  private final boolean powerCut;
  private Set<Path> safe = new HashSet<>();
  private int operations;
  private boolean mended;

  FaultyDisk(Path root, int failingOperation, boolean powerCut) throws IOException {
    this.root = root;
    this.failingOperation = failingOperation;
    this.powerCut = powerCut;
    safe.addAll(files());
  }

  /** Whether the operation that was to fail has come. */
  boolean failed() {
    return operations >= failingOperation;
  }

  /** From now on everything works. */
  void mend() {
    mended = true;
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    step();
    return new FilterOutputStream(real.create(file)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length / 2);
        step();
        out.write(bytes, offset + length / 2, length - length / 2);
      }
    };
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step();
    real.createFolder(folder);
  }

  @Override
  public void force(Path path) throws IOException {
    step();
    // Only noted: to force thousands of times for real would take the tests minutes.
    safe.add(path);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step();
    real.rename(from, to);
    safe =
        safe.stream()
            .map(path -> path.startsWith(from) ? to.resolve(from.relativize(path)) : path)
            .collect(Collectors.toSet());
  }

  @Override
  public void delete(Path path) throws IOException {
    step();
    real.delete(path);
  }

  private void step() throws IOException {
    if (mended) {
      return;
    }
    operations++;
    if (powerCut && operations >= failingOperation) {
      if (operations == failingOperation) {
        loseWhatWasNotForced();
      }
      throw new PowerCut();
    }
    if (operations == failingOperation) {
      throw new IOException("No space left on device");
    }
  }

  private void loseWhatWasNotForced() throws IOException {
    for (Path file : files()) {
      if (!safe.contains(file)) {
        Files.write(file, new byte[0]);
      }
    }
  }

  private Set<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }
}
