package io.github.sid4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What happens when the standard output takes nothing more, as on a full disk or when a program
 * that reads it has ended. The first write that fails ends the command; training, which has a
 * checkpoint to write, is asked to stop.
 */
final class LostOutput {
  private static final Path TARGET = Path.of("/proc/self/fd/1");

  private final Path target;

  private volatile StopRequest stop;
  private volatile IOException first;

  /** For the standard output of this process. */
  LostOutput() {
    this(TARGET);
  }

  /**
   * @param target a symbolic link to where the output leads
   */
  LostOutput(Path target) {
    this.target = target;
  }

  /** Names what may end the work in its own time, if it is asked for requests. */
  void endsBy(StopRequest request) {
    stop = request;
  }

  /** Whether a write has failed; later ones are useless. */
  boolean happened() {
    return first != null;
  }

  /**
   * A write failed.
   *
   * @throws LostOutputException unless training stops by itself
   */
  void report(IOException failed) {
    first = failed;
    if (stop == null || !stop.isHeard()) {
      throw new LostOutputException(failed);
    }
    stop.request();
  }

  /**
   * Reports a loss in a line, but not one to a program that wants no more.
   *
   * @param code what the command ends with
   * @param err for the line
   * @return the code to end the process with
   */
  int code(int code, PrintWriter err) {
    IOException lost = first;
    if (lost == null) {
      return code;
    }
    if (isClosedPipe(lost)) {
      return ExitCode.CLOSED_PIPE;
    }
    err.println(
        "sid: expected a standard output that can be written to, found one that cannot ("
            + lost.getMessage()
            + "); results are lost, repeat the command with another one");
    return ExitCode.FAILURE;
  }

  /** The message is in the user's language, so that where the output leads is looked up too. */
  private boolean isClosedPipe(IOException failed) {
    String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe") || message.contains("pipe is being closed") || isPipe();
  }

  private boolean isPipe() {
    try {
      String name = Files.readSymbolicLink(target).toString();
      return name.startsWith("pipe:") || name.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
