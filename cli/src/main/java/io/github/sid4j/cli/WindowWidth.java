package io.github.sid4j.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many columns the terminal's window has. */
final class WindowWidth {
  private static final int USUAL = Terminal.USUAL_WIDTH + 1;

  /** Narrower, sentences become columns of words. */
  private static final int LEAST = 40;

  private static final Pattern SIZE = Pattern.compile("\\d{1,5} (\\d{1,5})");
  private static final File WINDOW = new File("/dev/tty");

  private WindowWidth() {}

  /**
   * By what the user set, or what the system says.
   *
   * @param columns of the environment; null where it is not set
   * @return at least 40; 80 where nothing is known
   */
  static int of(String columns) {
    if (columns != null && columns.matches("[1-9]\\d{0,4}")) {
      return Math.max(LEAST, Integer.parseInt(columns));
    }
    return WINDOW.canRead() ? parse(size()) : USUAL;
  }

  /** What {@code stty size} answers: rows and columns. */
  static int parse(String size) {
    Matcher matcher = SIZE.matcher(size.strip());
    // A window that never said its size has 0.
    return matcher.matches() && !matcher.group(1).equals("0")
        ? Math.max(LEAST, Integer.parseInt(matcher.group(1)))
        : USUAL;
  }

  private static String size() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(WINDOW)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return "";
      }
      return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return ""; // No stty here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
