package io.github.sid4j.cli;

import me.tongfei.progressbar.ProgressBar;

/** A bar for each epoch on the terminal's last line, gone when the epoch is over. */
final class BarProgress implements ProgressDisplay {
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
          new LastLine(terminal)
              .bar()
              .setTaskName("epoch " + epoch + "/" + epochs)
              .setInitialMax(steps)
              .setUpdateIntervalMillis(200)
              .build();
    }
    bar.setExtraMessage(" loss " + ConsoleTexts.nats(loss));
    bar.stepTo(stepInEpoch);
  }

  @Override
  public void close() {
    if (bar != null) {
      new LastLine(terminal).end(bar);
      bar = null;
    }
  }
}
