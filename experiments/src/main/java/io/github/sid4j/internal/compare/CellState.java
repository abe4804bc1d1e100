package io.github.sid4j.internal.compare;

import io.github.sid4j.run.RunResult;
import java.util.Optional;

/**
 * What has become of a cell.
 *
 * @param status in a word
 * @param result of its run, once that is done
 * @param reason of a failure or a refusal, in a line
 */
record CellState(Status status, Optional<RunResult> result, Optional<String> reason) {
  /** The words that the results use, in lower case. */
  enum Status {
    DONE,
    FAILED,
    UNDEFINED,
    WAITING
  }

  static final CellState WAITING =
      new CellState(Status.WAITING, Optional.empty(), Optional.empty());

  static CellState done(RunResult result) {
    return new CellState(Status.DONE, Optional.of(result), Optional.empty());
  }

  static CellState failed(String reason) {
    return new CellState(Status.FAILED, Optional.empty(), Optional.of(reason));
  }

  static CellState undefined(String reason) {
    return new CellState(Status.UNDEFINED, Optional.empty(), Optional.of(reason));
  }

  boolean is(Status other) {
    return status == other;
  }
}
