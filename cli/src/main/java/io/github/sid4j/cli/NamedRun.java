package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.catalog.RunList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The run that a word of the command line names: a folder, or {@code latest}. */
final class NamedRun {
  static final Path LATEST = Path.of("latest");

  private static final Path RUNS = Path.of("runs");

  private NamedRun() {}

  /**
   * The folder that is meant. What {@code latest} stands for is said on the standard error.
   *
   * @throws InputException if there is no run to be the latest
   */
  static Path of(Path word, Terminal terminal) throws IOException {
    if (!word.equals(LATEST)) {
      return word;
    }
    Optional<Path> newest = RunList.newest(RUNS);
    if (Files.exists(LATEST)) {
      say(terminal, "latest is the folder ./latest, not the newest run in " + RUNS);
      return word;
    }
    Path run =
        newest.orElseThrow(
            () ->
                new InputException(
                    LATEST.toString(),
                    "a run in " + RUNS,
                    "none",
                    "train one, or name the folder of a run"));
    say(terminal, "latest is " + run);
    return run;
  }

  private static void say(Terminal terminal, String line) {
    terminal.err().println("sid: " + ConsoleTexts.printable(line));
  }
}
