package io.github.sid4j.cli;

/** The exit codes of the process. */
final class ExitCode {
  static final int SUCCESS = 0;

  /** The run failed: it diverged, the disk is full, or the program is wrong. */
  static final int FAILURE = 1;

  /** Flags, settings, files or data cannot be used. */
  static final int BAD_INPUT = 2;

  /** As after an interrupt; a process that ends by a signal has that signal's own code. */
  static final int STOPPED = 130;

  /** The program that reads the output has ended: as after the signal SIGPIPE, 128 + 13. */
  static final int CLOSED_PIPE = 141;

  private ExitCode() {}
}
