package io.github.sid4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * What is promised of every reader of foreign bytes: it gives a value or refuses them in one line
 * that names the place. It never ends in another exception, and never takes memory for what the
 * bytes only claim to hold.
 */
public final class ForeignBytes {
  /** Far above what the small files of tests need, far below what their numbers can ask for. */
  private static final long MEMORY = 64 << 20;

  private ForeignBytes() {}

  /** Reads a file. */
  public interface Reading {
    Object read(Path file) throws IOException;
  }

  /** Holds a reader of files to the promise, on a file that has these bytes. */
  public static void readOrRefused(byte[] bytes, Reading reader) {
    try {
      Path file = Files.createTempFile("sid4j-fuzz", ".bin");
      try {
        Files.write(file, bytes);
        readOrRefused(file.toString(), () -> reader.read(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds a reader to the promise; any other exception continues and fails the test. */
  public static void readOrRefused(String where, Callable<?> reader) {
    Allocation.below(
        MEMORY,
        () -> {
          try {
            assertThat(reader.call()).isNotNull();
          } catch (InputException e) {
            assertThat(e.getMessage())
                .startsWith(where)
                .contains("expected ", "; ")
                .doesNotContain("\n", "Exception", "io.github.sid4j");
          } catch (Exception e) {
            throw new AssertionError("neither read nor refused: " + e, e);
          }
        });
  }
}
