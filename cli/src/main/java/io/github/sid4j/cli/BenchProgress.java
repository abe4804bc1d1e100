package io.github.sid4j.cli;

/** What a measurement is at: one line that is drawn over, or lines where nobody watches. */
final class BenchProgress implements AutoCloseable {
  private final Terminal terminal;
  private int shown;

  BenchProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(String line) {
    if (terminal.interactive()) {
      over(line);
    } else {
      terminal.err().println(line);
    }
  }

  private void over(String line) {
    terminal.err().print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    terminal.err().flush();
    shown = line.length();
  }

  /** Leaves the line blank. */
  @Override
  public void close() {
    if (shown > 0) {
      over("");
      terminal.err().print("\r");
      terminal.err().flush();
    }
  }
}
