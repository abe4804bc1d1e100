package io.github.sid4j.cli;

/** Shows the progress of a download: a line at each tenth, overwritten in place on a terminal. */
final class DownloadLine {
  private static final int PARTS = 10;

  private final Terminal terminal;
  private String file = "";
  private long shown;

  DownloadLine(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(String name, long bytes, long total) {
    long part = total == 0 ? PARTS : bytes * PARTS / total;
    if (name.equals(file) && part == shown) {
      return;
    }
    file = name;
    shown = part;
    String line = "fetching %s: %s %% of %s MB".formatted(name, 100 * part / PARTS, total >> 20);
    if (terminal.interactive()) {
      terminal.drawOver(line + (part == PARTS ? "\n" : ""));
    } else {
      terminal.err().println(line);
    }
  }
}
