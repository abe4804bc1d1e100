package io.github.sid4j.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is believed of a few samples after each epoch, one JSON object a line: {@code
 * beliefs.jsonl}.
 */
public final class BeliefsLog {
  private final Path file;
  private final EpochLog<EpochBeliefs> log;

  /**
   * Names the file, which is made with the first epoch.
   *
   * @param file of the log
   */
  public BeliefsLog(Path file) {
    this.file = file;
    this.log = new EpochLog<>(file, EpochBeliefs.class, EpochBeliefs::epoch);
  }

  /**
   * Adds an epoch. Once this returns, it is on the medium.
   *
   * @param beliefs after the epoch
   * @throws IOException when it cannot be written; the log is then as it was
   */
  public void append(EpochBeliefs beliefs) throws IOException {
    log.append(beliefs);
  }

  /**
   * Forgets the epochs after one, from which the run is to continue, and all from a line on that is
   * not right: nothing depends on them that would be worth to stop for. Epochs of a version that
   * did not write them may be missing.
   *
   * @param epoch the last to keep; 0 for none
   * @throws IOException when the file cannot be read or written
   */
  public void truncateAfter(int epoch) throws IOException {
    if (Files.exists(file)) {
      log.keep(log.countTo(epoch));
    }
  }

  /**
   * Reads the epoch that was added last, without the others.
   *
   * @return empty when there is none
   * @throws io.github.sid4j.error.InputException when its line is not right
   * @throws IOException when the file cannot be read
   */
  public Optional<EpochBeliefs> latest() throws IOException {
    return log.last();
  }

  /**
   * Reads the epochs of a run that may still be written: without a last line that has no end yet.
   *
   * @return in order; empty when there is no file
   * @throws io.github.sid4j.error.InputException when a line is not right or out of order
   * @throws IOException when the file cannot be read
   */
  public List<EpochBeliefs> readSoFar() throws IOException {
    return log.parse(EpochLog.whole(log.text()));
  }
}
