package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cluster.LostRankException;
import io.github.sid4j.internal.settings.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports an error in one line and chooses the exit code. */
final class Failures {
  private static final String OURS = "io.github.sid4j.";

  private final PrintWriter err;

  Failures(PrintWriter err) {
    this.err = err;
  }

  /** A wrong flag or word on the command line. */
  int usage(ParameterException e) {
    String problem =
        e instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : e.getMessage();
    say(
        "%s (try %s --help)"
            .formatted(problem, e.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.BAD_INPUT;
  }

  private static String unknown(UnmatchedArgumentException e) {
    String word = e.getUnmatched().get(0).split("=", 2)[0];
    CommandLine command = e.getCommandLine();
    boolean option = word.startsWith("-");
    Set<String> known =
        option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
    String kind = option ? "option" : known.isEmpty() ? "argument" : "command";
    String meant = Nearest.to(word, known).map(right -> "; did you mean " + right + "?").orElse("");
    return "unknown %s %s%s".formatted(kind, word, meant);
  }

  /** Something thrown while a command was carried out, to be shown in the words of a command. */
  int execution(Throwable thrown, FlagTexts texts) {
    if (thrown instanceof InputException input) {
      say(texts.line(input));
      return ExitCode.BAD_INPUT;
    }
    if (thrown instanceof LostRankException) {
      say("the run failed: " + thrown.getMessage());
      return ExitCode.LOST_PROCESS;
    }
    if (LostOutputException.isBehind(thrown)) {
      return ExitCode.FAILURE; // LostOutput has the line.
    }
    Optional<String> refusal = Surroundings.refusal(thrown);
    if (refusal.isPresent()) {
      say(refusal.get());
      return ExitCode.BAD_INPUT;
    }
    Optional<String> failure = Surroundings.failure(thrown);
    if (failure.isPresent()) {
      say("the run failed: " + failure.get());
      return ExitCode.FAILURE;
    }
    Throwable cause = thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
    if (cause instanceof AccessDeniedException denied) {
      say(refused(denied));
      return ExitCode.BAD_INPUT;
    }
    say(texts.text(reason(cause)) + (isPlain(cause) ? "" : FailureLog.keep(thrown)));
    return ExitCode.FAILURE;
  }

  private static String refused(AccessDeniedException denied) {
    Path path = Path.of(denied.getFile()).normalize();
    // A hidden file is one of ours that would have been renamed; the user knows its folder.
    Path known =
        path.getFileName().toString().startsWith(".") && path.getParent() != null
            ? path.getParent()
            : path;
    return "%s: expected permission to read and write, found none; choose another place or change its rights"
        .formatted(known);
  }

  private static String reason(Throwable cause) {
    if (cause instanceof NoSuchFileException missing) {
      return "the run failed: there is no " + missing.getFile();
    }
    boolean ours = cause.getClass().getName().startsWith(OURS);
    if (ours || (cause instanceof IOException && hasReason(cause))) {
      return "the run failed: " + cause.getMessage();
    }
    String kind = cause instanceof IOException ? "the run failed: " : "internal error: ";
    return kind + cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  /** Whether the line says all: where in the program it was noticed would not help. */
  private static boolean isPlain(Throwable cause) {
    return cause instanceof NoSuchFileException
        || (cause.getClass().getName().startsWith(OURS) && cause.getCause() == null)
        || (cause instanceof IOException && hasReason(cause));
  }

  /** Some exceptions about files say nothing but the path. */
  private static boolean hasReason(Throwable cause) {
    return cause.getMessage() != null
        && !(cause instanceof FileSystemException file && file.getReason() == null);
  }

  private void say(String line) {
    // A line's worth.
    err.println("sid: " + ConsoleTexts.printable(line.replaceAll("\\s*\\R\\s*", " ")));
  }
}
