package io.github.sid4j.cli;

/** The exit codes of the process. */
final class ExitCode {
  static final int SUCCESS = 0;

  /** The run failed: it diverged, the disk is full, or the program is wrong. */
  static final int FAILURE = 1;

  /** Flags, settings, files or data cannot be used. */
  static final int BAD_INPUT = 2;

  /** Another process of a run of several was lost; the last checkpoint stays. */
  static final int LOST_PROCESS = 3;

  /** As after an interrupt; a process that ends by a signal has that signal's own code. */
  static final int STOPPED = 130;

  /** After the signal SIGTERM, 128 + 15. */
  static final int TERMINATED = 143;

  /** The program that reads the output has ended: as after the signal SIGPIPE, 128 + 13. */
  static final int CLOSED_PIPE = 141;

  private ExitCode() {}
}
