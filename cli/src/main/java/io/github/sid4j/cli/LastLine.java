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

  @Override
  public int getMaxRenderedLength() {
    return Terminal.WIDTH;
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
    accept(" ".repeat(Terminal.WIDTH));
    accept("");
  }
}
