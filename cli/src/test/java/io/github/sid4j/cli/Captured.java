package io.github.sid4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A terminal whose output is kept. */
final class Captured {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal;

  /** A window of the usual width, or no window. */
  Captured(boolean interactive, boolean unicode) {
    this(interactive, unicode, interactive ? Terminal.USUAL_WIDTH : Terminal.UNBROKEN);
  }

  Captured(boolean interactive, boolean unicode, int width) {
    terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), interactive, unicode, width);
  }

  Terminal terminal() {
    return terminal;
  }

  String out() {
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  String err() {
    return err.toString().replace(System.lineSeparator(), "\n");
  }
}
