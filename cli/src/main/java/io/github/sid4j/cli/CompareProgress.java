package io.github.sid4j.cli;

import io.github.sid4j.internal.compare.CellResult;
import io.github.sid4j.internal.compare.ComparisonListener;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/** Shows how far a comparison is: a line for each cell that ends, and a bar where one watches. */
final class CompareProgress implements ComparisonListener, AutoCloseable {
  private final Terminal terminal;
  private String part = "";
  private int cells;
  private int over;
  private long epochs;
  private long epochsOver;
  private long epochsNow;
  private long begun;
  private ProgressBar bar;

  CompareProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void began(String name, int all, int open, long toTrain) {
    close();
    part = name;
    cells = all;
    over = all - open;
    epochs = toTrain;
    epochsOver = 0;
    epochsNow = 0;
    begun = System.nanoTime();
    terminal
        .err()
        .printf("%s: %s cells%s%n", name, all, over == 0 ? "" : ", " + over + " from before");
  }

  @Override
  public void started(String id) {
    if (!terminal.interactive()) {
      terminal.err().println("running " + id);
    }
  }

  @Override
  public void trained(long running) {
    epochsNow = Math.max(epochsNow, Math.min(epochs, epochsOver + running));
    if (!terminal.interactive()) {
      return;
    }
    if (bar == null) {
      bar =
          new LastLine(terminal)
              .bar()
              .setTaskName(part)
              .setUnit(" epochs", 1)
              .setInitialMax(epochs)
              .startsFrom(epochsNow, Duration.ofNanos(System.nanoTime() - begun))
              .setEtaFunction(state -> left())
              .setUpdateIntervalMillis(500)
              .build();
    }
    bar.stepTo(epochsNow);
  }

  @Override
  public void ended(CellResult cell, int trained) {
    close();
    over++;
    epochsOver += trained;
    epochsNow = Math.max(epochsNow, epochsOver);
    terminal.err().printf("[%s/%s] %s: %s%s%n", over, cells, cell.id(), outcome(cell), leftText());
  }

  private static String outcome(CellResult cell) {
    if (cell.validationAccuracy() == null) {
      return cell.state() + ", " + cell.reason();
    }
    String test =
        cell.testAccuracy() == null
            ? ""
            : ", test " + ConsoleTexts.percent(cell.testAccuracy().best());
    return "validation %s%s, %s"
        .formatted(
            ConsoleTexts.percent(cell.validationAccuracy().best()),
            test,
            ConsoleTexts.duration(cell.wallSeconds()));
  }

  private String leftText() {
    return left()
        .map(time -> "; about %s left".formatted(ConsoleTexts.duration(time.toMillis() / 1e3)))
        .orElse("");
  }

  /** By the pace of the epochs so far, taking all for equally long. */
  private Optional<Duration> left() {
    if (epochsNow == 0 || epochsNow >= epochs) {
      return Optional.empty();
    }
    double each = (double) (System.nanoTime() - begun) / epochsNow;
    return Optional.of(Duration.ofNanos(Math.round(each * (epochs - epochsNow))));
  }

  /** Leaves the line blank. */
  @Override
  public void close() {
    if (bar != null) {
      new LastLine(terminal).end(bar);
      bar = null;
    }
  }
}
