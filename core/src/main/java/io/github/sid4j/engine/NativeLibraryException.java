package io.github.sid4j.engine;

import org.jspecify.annotations.Nullable;

/**
 * A native library cannot be used on this machine: it cannot be unpacked, or not be loaded. Its
 * message is one line that names the folder, the system's reason, and what to set or to install.
 *
 * <p>Safe for several threads.
 */
public final class NativeLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Uses a line that is whole.
   *
   * @param line what was expected, where, the system's reason, what to do
   * @param cause what the loader threw; null where that was reported before
   */
  public NativeLibraryException(String line, @Nullable Throwable cause) {
    super(line.replaceAll("\\s*\\R\\s*", " "), cause);
  }
}
