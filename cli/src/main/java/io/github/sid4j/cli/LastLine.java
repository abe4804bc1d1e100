package io.github.sid4j.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Where a bar is drawn. The library's own consumers ask the terminal for its size through native
 * code.
 */
record LastLine(Terminal terminal) implements ProgressBarConsumer {
  private static final int MOST = 120;

  /** What every bar is drawn like. */
  ProgressBarBuilder bar() {
    return new ProgressBarBuilder()
        .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setConsumer(this);
  }

  /** Ends a bar and leaves its line blank. */
  void end(ProgressBar bar) {
    bar.close();
    // Not left to the library, which closes no consumer if a bar ends before its first drawing.
    clear();
  }

  /** A bar is only drawn in a window, and in a wide one it need not fill the line. */
  private int columns() {
    return Math.min(terminal.width(), MOST);
  }

  @Override
  public int getMaxRenderedLength() {
    return columns();
  }

  @Override
  public void accept(String rendered) {
    terminal.drawOver(rendered);
  }

  @Override
  public void close() {}

  /** Leaves the line blank. */
  @Override
  public void clear() {
    accept(" ".repeat(columns()));
    accept("");
  }
}
