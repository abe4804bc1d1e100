package io.github.sid4j.cli;

import java.util.Locale;

/**
 * Shows how far the features of photos are computed: a line at each tenth, overwritten in place on
 * a terminal.
 */
final class FeatureLine {
  private static final int PARTS = 10;

  private final Terminal terminal;
  private long shown = -1;

  FeatureLine(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(long done, long total, double perSecond) {
    long part = done * PARTS / total;
    if (part == shown) {
      return;
    }
    shown = part;
    String line =
        String.format(
            Locale.ROOT,
            "features  %s of %s photos, %.1f a second",
            ConsoleTexts.count(done),
            ConsoleTexts.count(total),
            perSecond);
    if (terminal.interactive()) {
      terminal.drawOver(line + (done == total ? "\n" : ""));
    } else {
      terminal.err().println(line);
    }
  }
}
