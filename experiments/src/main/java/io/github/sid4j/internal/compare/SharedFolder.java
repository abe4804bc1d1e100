package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;

/** The folder of a comparison as a process sees it that is not the first. */
final class SharedFolder {
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long LOOK_MILLIS = 100;

  private final Folders folders;
  private final Spec spec;

  SharedFolder(Folders folders, Spec spec) {
    this.folders = folders;
    this.spec = spec;
  }

  /**
   * Waits until the first process has begun.
   *
   * @param stop asked often; once true, this returns
   * @throws InputException if it does not begin in this folder, or with another specification
   */
  void await(BooleanSupplier stop) throws IOException {
    long begun = System.nanoTime();
    while (!Files.exists(folders.spec())) {
      if (stop.getAsBoolean()) {
        return;
      }
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new InputException(
            folders.out().toString(),
            "the comparison that rank 0 begins, within 60 seconds",
            "no spec.yaml",
            "name a folder on a file system that all ranks see");
      }
      pause();
    }
    String first = Spec.read(folders.spec()).name();
    if (!first.equals(spec.name())) {
      throw new InputException(
          folders.out().toString(),
          "the comparison " + spec.name(),
          "another, " + first,
          "give all ranks the same specification");
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for rank 0", e);
    }
  }
}
