package io.github.sid4j.cli;

import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.TrainingListener;
import io.github.sid4j.train.TrainingStart;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows the course of a run: results on the standard output, progress and warnings on the other.
 * Quiet, it shows warnings and the result's line only.
 */
final class ConsoleView implements TrainingListener, AutoCloseable {
  /** Longer runs show the table of some epochs only, this often at most. */
  private static final int TABLES = 20;

  private final Terminal terminal;
  private final Settings settings;
  private final boolean quiet;
  private final DownloadLine download;
  private Progress progress = Progress.NONE;
  private Path folder = Path.of("");
  private int epochs = 1;

  ConsoleView(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.settings = settings;
    this.quiet = settings.get(RunSetting.QUIET);
    this.download = new DownloadLine(terminal);
  }

  @Override
  public void fetched(String file, long bytes, long total) {
    if (!quiet) {
      download.show(file, bytes, total);
    }
  }

  @Override
  public void started(TrainingStart start) {
    folder = start.runFolder();
    epochs = start.epochs();
    if (!quiet) {
      print(StartReport.lines(start, settings));
      progress =
          terminal.interactive()
              ? new BarProgress(terminal, epochs, start.stepsPerEpoch())
              : new PlainProgress(terminal.err(), epochs, start.stepsPerEpoch());
    }
  }

  @Override
  public void stepped(int epoch, long stepInEpoch, double loss) {
    progress.step(epoch, stepInEpoch, loss);
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    progress.close();
    if (quiet) {
      return;
    }
    print(EpochReport.lines(metrics, epochs));
    if (showsTable(metrics.epoch())) {
      print(ModuleTables.ofEpoch(metrics.modules()).lines(terminal.unicode()));
      print(List.of(""));
    }
    if (metrics.epoch() == epochs && metrics.modules().get(0).noise() != null) {
      print(ModuleTables.ofNoise(metrics.modules()).lines(terminal.unicode()));
      print(List.of(""));
    }
  }

  private boolean showsTable(int epoch) {
    int every = (epochs + TABLES - 1) / TABLES;
    return epoch == 1 || epoch == epochs || epoch % every == 0;
  }

  @Override
  public void warned(String line) {
    // A bar in the way would mix with the line; the next step draws it again.
    progress.close();
    terminal.err().println("sid: warning: " + Texts.printable(line));
  }

  @Override
  public void ended(RunResult result) {
    progress.close();
    print(
        quiet
            ? List.of(ResultReport.line(result, folder))
            : ResultReport.lines(result, folder, terminal.unicode()));
  }

  /** Tells how to go on with the run, which was stopped before its end. */
  void stopped() {
    progress.close();
    terminal.err().println("stopped; to go on, repeat the command with --resume --out " + folder);
  }

  @Override
  public void close() {
    progress.close();
  }

  private void print(List<String> lines) {
    lines.forEach(terminal.out()::println);
    terminal.out().flush();
  }
}
