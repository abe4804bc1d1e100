package io.github.sid4j.internal.run;

import io.github.sid4j.error.InputException;
import io.github.sid4j.run.EpochMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The metrics of a run's epochs, one JSON object a line: {@code metrics.jsonl}. */
public final class MetricsLog {
  private final Path file;
  private final EpochLog<EpochMetrics> log;

  /**
   * Names the file, which is made with the first epoch.
   *
   * @param file of the log
   */
  public MetricsLog(Path file) {
    this.file = file;
    this.log = new EpochLog<>(file, EpochMetrics.class, EpochMetrics::epoch);
  }

  /**
   * Adds an epoch. Once this returns, it is on the medium.
   *
   * @param metrics of the epoch
   * @throws IOException when it cannot be written; the log is then as it was
   */
  public void append(EpochMetrics metrics) throws IOException {
    log.append(metrics);
  }

  /**
   * Forgets the epochs after one, from which the run is to continue, and a last line that a killed
   * process did not finish. What stays keeps its bytes.
   *
   * @param epoch the last to keep; 0 for none
   * @throws InputException when a line before the last is not right or an epoch to keep is missing;
   *     the file is then as it was
   * @throws IOException when the file cannot be read or written
   */
  public void truncateAfter(int epoch) throws IOException {
    if (!Files.exists(file) && epoch == 0) {
      return;
    }
    long count = readSoFar().stream().filter(read -> read.epoch() <= epoch).count();
    if (count != epoch) {
      throw new InputException(
          file.toString(),
          "the lines of epochs 1 to " + epoch,
          count + " of them",
          "put back the file as the run wrote it, or start the run again");
    }
    log.keep(epoch);
  }

  /**
   * Reads all epochs.
   *
   * @return in order
   * @throws InputException when there is no file, or a line is not whole, not right or out of order
   * @throws IOException when the file cannot be read
   */
  public List<EpochMetrics> read() throws IOException {
    if (!Files.exists(file)) {
      throw new InputException(
          file.toString(), "the metrics of a run", "no file", "name a run with a finished epoch");
    }
    String text = log.text();
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new InputException(
          file + " line " + text.lines().count(),
          "a whole line",
          "one without its end",
          "resume the run, which drops it");
    }
    return log.parse(text);
  }

  /**
   * Reads the epochs of a run that may still be written: without a last line that has no end yet.
   *
   * @return in order; empty when there is no file yet
   * @throws InputException when a line is not right or out of order
   * @throws IOException when the file cannot be read
   */
  public List<EpochMetrics> readSoFar() throws IOException {
    return log.parse(EpochLog.whole(log.text()));
  }
}
