package io.github.sid4j.cli;

import java.io.PrintWriter;

/** A line at each quarter of an epoch, for logs. */
final class PlainProgress implements ProgressDisplay {
  private static final int PARTS = 4;

  private final PrintWriter err;
  private final int epochs;
  private final long steps;

  PlainProgress(PrintWriter err, int epochs, long steps) {
    this.err = err;
    this.epochs = epochs;
    this.steps = steps;
  }

  @Override
  public void step(int epoch, long stepInEpoch, double loss) {
    long part = stepInEpoch * PARTS / steps;
    boolean reached = part > (stepInEpoch - 1) * PARTS / steps;
    // The epoch's own line reports the last part.
    if (reached && part < PARTS) {
      err.printf(
          "epoch %s/%s: step %s of %s, loss %s%n",
          epoch, epochs, stepInEpoch, steps, ConsoleTexts.nats(loss));
    }
  }

  @Override
  public void close() {}
}
