package io.github.sid4j.internal.compare;

import java.util.List;
import java.util.Optional;

/** Chooses among the candidates of a search, by validation accuracy and nothing else. */
final class Selection {
  private Selection() {}

  /**
   * The cells of the candidate whose trial has the highest validation accuracy of its best epoch.
   *
   * @return of the first of equals; empty while a trial waits, and if none of them was done
   */
  static Optional<List<Cell>> chosen(GridPoint configuration, Ledger ledger) {
    if (configuration.candidates().isEmpty()) {
      return Optional.of(configuration.cells());
    }
    List<Cell> best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (GridPoint.Candidate candidate : configuration.candidates()) {
      CellState state = ledger.of(candidate.trial());
      if (state.is(CellState.Status.WAITING)) {
        return Optional.empty();
      }
      double accuracy =
          state
              .result()
              .map(result -> result.validationAccuracy().best())
              .orElse(Double.NEGATIVE_INFINITY);
      if (accuracy > highest) {
        highest = accuracy;
        best = candidate.cells();
      }
    }
    return Optional.ofNullable(best);
  }

  /** What becomes of the cells of a configuration without a choice. */
  static CellState without(GridPoint configuration, Ledger ledger) {
    List<CellState> states =
        configuration.candidates().stream().map(candidate -> ledger.of(candidate.trial())).toList();
    if (states.stream().anyMatch(state -> state.is(CellState.Status.WAITING))) {
      return CellState.WAITING;
    }
    CellState reported =
        states.stream()
            .filter(state -> state.is(CellState.Status.FAILED))
            .findFirst()
            .orElse(states.get(0));
    String reason = "no candidate of the search finished: " + reported.reason().orElse("");
    return reported.is(CellState.Status.FAILED)
        ? CellState.failed(reason)
        : CellState.undefined(reason);
  }
}
