package io.github.sid4j.cli;

import java.io.Console;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where output goes and what it can show.
 *
 * @param out for results
 * @param err for progress, warnings and errors
 * @param interactive whether a person watches, so that lines may be drawn over
 * @param unicode whether box characters can be shown
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, boolean unicode) {
  /** Columns that all output fits into; a window of 80 shows no line broken. */
  static final int WIDTH = 79;

  /** Makes both writers safe for a terminal. */
  Terminal {
    out = SafePrinter.over(out);
    err = SafePrinter.over(err);
  }

  /** The terminal of this process, over its outputs. */
  static Terminal over(OutputStream out, OutputStream err) {
    Charset charset = charset();
    return new Terminal(
        writer(out, charset),
        writer(err, charset),
        watched() && !"dumb".equals(System.getenv("TERM")),
        charset.newEncoder().canEncode('│'));
  }

  private static PrintWriter writer(OutputStream stream, Charset charset) {
    return SafePrinter.over(
        new PrintWriter(new OutputStreamWriter(stream, charset), true), charset.newEncoder());
  }

  /** The standard output for texts of our own with colours, such as help. */
  PrintWriter styled() {
    return ((SafePrinter) out).raw();
  }

  /** Writes over the last line of the standard error, where a person watches. */
  void drawOver(String line) {
    ((SafePrinter) err).raw().print('\r');
    err.print(line);
    err.flush();
  }

  // Newer JDKs answer by Console.isTerminal(), which is not known to the release compiled for.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean watched() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  // JDK 17 has no PrintStream.charset(), and later ones name the property otherwise.
  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return name == null || !Charset.isSupported(name)
        ? Charset.defaultCharset()
        : Charset.forName(name);
  }
}
