package io.github.sid4j.cli;

import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * Where a bar is drawn. The library's own consumers ask the terminal for its size through native
 * code.
 */
record LastLine(Terminal terminal) implements ProgressBarConsumer {
  @Override
  public int getMaxRenderedLength() {
    return Terminal.WIDTH;
  }

  @Override
  public void accept(String rendered) {
    terminal.err().print("\r" + rendered);
    terminal.err().flush();
  }

  @Override
  public void close() {}

  /** Leaves the line blank. */
  @Override
  public void clear() {
    accept(" ".repeat(Terminal.WIDTH) + "\r");
  }
}
