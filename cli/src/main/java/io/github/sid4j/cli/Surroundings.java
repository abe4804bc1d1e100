package io.github.sid4j.cli;

import io.github.sid4j.engine.NativeLibraryException;
import io.github.sid4j.engine.NativeProcess;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.internal.settings.UserPath;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process finds around it: a locale, an output, native libraries. */
final class Surroundings {
  /** What a JVM reads where the locale has no letter for the bytes of a name. */
  private static final String UNREADABLE = "\uFFFD";

  private Surroundings() {}

  /**
   * Makes what is shown independent of the locale, and what libraries log safe for a terminal.
   *
   * @param lost hears of a standard output that cannot be written to
   * @return the terminal of this process
   */
  static Terminal prepare(LostOutput lost) {
    Locale.setDefault(Locale.ROOT);
    NativeProcess.tune(); // The process is this program's own.
    Terminal terminal =
        Terminal.over(
            new ResultStream(new FileOutputStream(FileDescriptor.out), lost),
            new FileOutputStream(FileDescriptor.err));
    System.setErr(
        new PrintStream(
            new LineStream(line -> terminal.err().println(line)), true, StandardCharsets.UTF_8));
    return terminal;
  }

  /**
   * Why a command line cannot be carried out in the present locale.
   *
   * @param words of it
   * @return an error, or nothing if all words can be read
   */
  static Optional<InputException> unreadable(List<String> words) {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (encoding.toUpperCase(Locale.ROOT).startsWith("UTF")) {
      return Optional.empty();
    }
    return Stream.concat(words.stream(), Stream.of(System.getProperty("user.dir", "")))
        .filter(word -> word.contains(UNREADABLE))
        .findFirst()
        .map(
            word ->
                new InputException(
                    "the command line",
                    "a locale that has all letters of " + Shown.text(word),
                    "one with " + encoding + " only",
                    "set LC_ALL=C.UTF-8"));
  }

  /** The line of input that cannot be used here; names below folders are found out late. */
  static Optional<String> refusal(Throwable thrown) {
    return thrown instanceof InvalidPathException path
        ? Optional.of(
            "%s: expected a path that this system can open, found one that it cannot; %s"
                .formatted(Shown.plain(path.getInput()), UserPath.remedy(path)))
        : Optional.empty();
  }

  /** The line of a failure that lies in the machine and not in the program. */
  static Optional<String> failure(Throwable thrown) {
    return thrown instanceof NativeLibraryException
        ? Optional.of(thrown.getMessage())
        : Optional.empty();
  }
}
