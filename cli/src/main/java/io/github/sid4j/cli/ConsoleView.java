package io.github.sid4j.cli;

import io.github.sid4j.internal.process.ShellWords;
import io.github.sid4j.internal.settings.AnsweringModules;
import io.github.sid4j.internal.settings.ChosenEpoch;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.TrainedStep;
import io.github.sid4j.train.TrainingContext;
import io.github.sid4j.train.TrainingListener;
import io.github.sid4j.train.TrainingStart;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows the course of a run: results on the standard output, progress and warnings on the other.
 * Where no person watches, an epoch is a line, unless more is wanted. Quiet, it shows warnings and
 * the result's line only.
 */
final class ConsoleView implements TrainingListener, AutoCloseable {
  /** Longer runs show the table of some epochs only, this often at most. */
  private static final int TABLES = 20;

  private final Terminal terminal;
  private final boolean quiet;
  private final boolean verbose;
  private final FlagTexts texts;
  private final DownloadLine download;
  private final FeatureLine features;
  private ProgressDisplay progress = ProgressDisplay.NONE;
  private Path folder = Path.of("");
  private int epochs = 1;
  private String method = "";
  private boolean last;

  /**
   * Prepares to show a run.
   *
   * @param verbose whether a log, too, gets the modules of each epoch and how far it is
   * @param texts of the command
   */
  ConsoleView(Terminal terminal, Settings settings, boolean verbose, FlagTexts texts) {
    this.terminal = terminal;
    this.verbose = verbose || terminal.interactive();
    this.quiet = settings.get(RunSetting.QUIET);
    this.last = ChosenEpoch.isLast(settings);
    this.texts = texts;
    this.download = new DownloadLine(terminal);
    this.features = new FeatureLine(terminal);
  }

  @Override
  public void fetched(String file, long bytes, long total) {
    if (!quiet) {
      download.show(file, bytes, total);
    }
  }

  @Override
  public void computedFeatures(long done, long total, double perSecond) {
    if (!quiet) {
      features.show(done, total, perSecond);
    }
  }

  @Override
  public void started(TrainingContext context, TrainingStart start) {
    folder = start.runFolder().orElse(folder);
    epochs = start.course().epochs();
    method = start.settings().get(ModelSetting.METHOD);
    last = ChosenEpoch.isLast(start.settings());
    if (!quiet) {
      print(StartReport.lines(start, terminal.width()));
      progress =
          terminal.interactive()
              ? new BarProgress(terminal, epochs, start.course().stepsPerEpoch())
              : verbose
                  ? new PlainProgress(terminal.err(), epochs, start.course().stepsPerEpoch())
                  : ProgressDisplay.NONE;
    }
  }

  @Override
  public void stepped(TrainingContext context, TrainedStep step) {
    progress.step(step.epoch(), step.stepInEpoch(), step.loss());
  }

  @Override
  public void epochEnded(TrainingContext context, EpochMetrics metrics) {
    progress.close();
    if (quiet) {
      return;
    }
    print(EpochReport.lines(metrics, epochs, terminal.width()));
    if (showsTable(metrics.epoch())) {
      print(ModuleTables.ofEpoch(answering(metrics)).lines(terminal.unicode()));
      print(List.of(""));
    }
    if (metrics.epoch() == epochs && metrics.modules().get(0).noise() != null) {
      print(ModuleTables.ofNoise(answering(metrics)).lines(terminal.unicode()));
      print(List.of(""));
    }
  }

  /** The others have no belief that means anything; the result has a line about them. */
  private List<ModuleMetrics> answering(EpochMetrics metrics) {
    return AnsweringModules.of(method, metrics.modules());
  }

  private boolean showsTable(int epoch) {
    if (!verbose) {
      return false;
    }
    int every = (epochs + TABLES - 1) / TABLES;
    return epoch == 1 || epoch == epochs || epoch % every == 0;
  }

  @Override
  public void noted(String line) {
    if (!quiet) {
      print(List.of(line));
    }
  }

  @Override
  public void warned(String line) {
    // A bar in the way would mix with the line; the next step draws it again.
    progress.close();
    terminal.err().println("sid: warning: " + ConsoleTexts.printable(texts.text(line)));
  }

  @Override
  public void ended(TrainingContext context, RunResult result) {
    progress.close();
    print(
        quiet
            ? List.of(ResultReport.line(result, last, folder))
            : ResultReport.lines(result, last, folder, terminal.unicode(), terminal.width()));
  }

  /** Says how to resume the run, which was stopped before its end. */
  void stopped() {
    progress.close();
    terminal.err().println("stopped; resume with " + resuming());
  }

  private String resuming() {
    return ShellWords.join(List.of("./sid", "train", "--resume", "--out", folder.toString()));
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
