package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Runs cells in the order given, as many beside each other as fit. The next one waits until it
 * fits; those behind it do not overtake it, so that a large cell is never kept waiting for good.
 */
final class SideBySide {
  /** What is done when a cell has ended. */
  interface Ended {
    void cell(Cell cell) throws IOException;
  }

  private static final int REFUSED = 2;
  private static final Set<Integer> STOPPED = Set.of(128 + 2, 128 + 15);
  private static final long LOOK_MILLIS = 100;
  private static final long ELSEWHERE_NANOS = 1_000_000_000;

  private final CellStart starter;
  private final Ledger ledger;
  private final Capacity capacity;
  private final boolean keepsUndefined;
  private final BooleanSupplier stop;
  private final Ended listener;
  private final ComparisonListener progress;

  private final Set<CellProcess> running = new LinkedHashSet<>();
  private final List<Cell> elsewhere = new ArrayList<>();
  private long lookedElsewhere = System.nanoTime();
  private boolean stopping;
  private InputException refusal;

  SideBySide(
      CellStart starter,
      Ledger ledger,
      Capacity capacity,
      boolean keepsUndefined,
      BooleanSupplier stop,
      Ended listener,
      ComparisonListener progress) {
    this.starter = starter;
    this.ledger = ledger;
    this.capacity = capacity;
    this.keepsUndefined = keepsUndefined;
    this.stop = stop;
    this.listener = listener;
    this.progress = progress;
  }

  /**
   * Runs those that wait, and waits for those that other processes run.
   *
   * @return whether all ended; false if it was stopped before
   * @throws InputException if a cell was refused, and such cells are not to be kept; the others
   *     have stopped with a checkpoint
   */
  boolean run(List<Cell> cells) throws IOException {
    Deque<Cell> waiting = new ArrayDeque<>();
    cells.stream()
        .filter(cell -> ledger.of(cell).is(CellState.Status.WAITING))
        .forEach(waiting::add);
    try {
      while (!running.isEmpty() || (!stopping && !(waiting.isEmpty() && elsewhere.isEmpty()))) {
        if (stop.getAsBoolean()) {
          stopAll();
        }
        if (!stopping) {
          lookElsewhere(waiting);
          startWhatFits(waiting);
        }
        Thread.sleep(LOOK_MILLIS);
        for (CellProcess one : running.stream().filter(CellProcess::hasEnded).toList()) {
          end(one);
        }
        progress.trained(running.stream().mapToInt(CellProcess::epochs).sum());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    } finally {
      running.forEach(CellProcess::stop);
    }
    if (refusal != null) {
      throw refusal;
    }
    return !stopping;
  }

  private void stopAll() {
    if (!stopping) {
      stopping = true;
      running.forEach(CellProcess::stop);
    }
  }

  private void startWhatFits(Deque<Cell> waiting) throws IOException {
    while (!waiting.isEmpty()
        && capacity.fits(waiting.peek(), running.stream().map(CellProcess::cell).toList())) {
      Cell cell = waiting.remove();
      if (ledger.claim(cell)) {
        running.add(starter.start(cell));
        progress.started(cell.id());
      } else if (ledger.of(cell).is(CellState.Status.WAITING)) {
        elsewhere.add(cell);
      } else {
        over(cell);
      }
    }
  }

  /** Another process may have ended with a cell, or without it. */
  private void lookElsewhere(Deque<Cell> waiting) {
    if (System.nanoTime() - lookedElsewhere > ELSEWHERE_NANOS) {
      lookedElsewhere = System.nanoTime();
      waiting.addAll(elsewhere);
      elsewhere.clear();
    }
  }

  private void over(Cell cell) throws IOException {
    ledger.of(cell).result().ifPresent(result -> capacity.learn(cell, result));
    listener.cell(cell);
  }

  private void end(CellProcess process) throws IOException {
    running.remove(process);
    try {
      note(process);
    } finally {
      ledger.giveBack(process.cell());
    }
  }

  private void note(CellProcess process) throws IOException {
    Cell cell = process.cell();
    int code = process.code();
    if (code == 0) {
      ledger.done(cell);
    } else if (code == REFUSED && keepsUndefined) {
      ledger.undefined(cell, process.reason());
    } else if (code == REFUSED) {
      refuse(cell, process.reason());
      return;
    } else if (STOPPED.contains(code)) {
      stopAll(); // A signal reached it: it was meant for all.
      return;
    } else {
      ledger.failed(cell, process.reason());
    }
    over(cell);
  }

  /** What it was refused for may be true of all, such as a wrong path: the others stop. */
  private void refuse(Cell cell, String reason) {
    if (refusal == null) {
      refusal = InputException.read(reason).in("cell " + cell.id());
    }
    stopAll();
  }
}
