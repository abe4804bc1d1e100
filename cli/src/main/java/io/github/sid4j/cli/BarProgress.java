package io.github.sid4j.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
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
              .setConsumer(new LastLine(terminal))
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
      new LastLine(terminal).clear();
      bar = null;
    }
  }
}
