package io.github.sid4j.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for each epoch on the terminal's last line, gone when the epoch is over. */
final class BarProgress implements Progress {
  private final Terminal terminal;
  private final int epochs;
  private final long steps;
  private ProgressBar bar;

  BarProgress(Terminal terminal, int epochs, long steps) {
    this.terminal = terminal;
    this.epochs = epochs;
    this.steps = steps;
  }

  @Override
  public void step(int epoch, long stepInEpoch, double loss) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("epoch " + epoch + "/" + epochs)
              .setInitialMax(steps)
              .setStyle(
                  terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new LastLine(terminal.err()))
              .build();
    }
    bar.setExtraMessage(" loss " + Texts.nats(loss));
    bar.stepTo(stepInEpoch);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      // Not left to the library, which closes no consumer if a bar ends before its first drawing.
      terminal.err().print("\r" + " ".repeat(Terminal.WIDTH) + "\r");
      terminal.err().flush();
      bar = null;
    }
  }

  /** The library's own consumers ask the terminal for its size through native code. */
  private record LastLine(PrintWriter err) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return Terminal.WIDTH;
    }

    @Override
    public void accept(String rendered) {
      err.print("\r" + rendered);
      err.flush();
    }

    @Override
    public void close() {}
  }
}
