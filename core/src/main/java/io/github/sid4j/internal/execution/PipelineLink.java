package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.Parcel;
import io.github.sid4j.internal.engine.PeerException;
import io.github.sid4j.internal.engine.RankGroup;
import io.github.sid4j.objective.Objective;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * A process behind the {@link PipelineHead}: neighbouring stages, which take batches from the
 * process before and hand them to the one behind, until the head lets them end. It receives the
 * next batch while it works on one, and sends one while it works on the next.
 */
public final class PipelineLink implements AutoCloseable {
  private final RankGroup peers;
  private final StageRow row;
  private final ToNext next;
  private final DoubleFunction<Execution.Updates> updates;

  /**
   * Starts the stages of this process.
   *
   * @param cascade trained
   * @param objective of its modules
   * @param threads of each stage of the whole pipeline
   * @param from the first stage of this process, from 1
   * @param to the one behind its last
   * @param peers of all processes
   * @param updates receives the gradients of its stages, for a learning rate
   */
  public PipelineLink(
      Cascade cascade,
      Objective objective,
      List<Integer> threads,
      int from,
      int to,
      RankGroup peers,
      DoubleFunction<Execution.Updates> updates) {
    this.peers = peers;
    this.updates = updates;
    next = new ToNext(peers, this::fail);
    row = new StageRow(cascade, objective, threads, from, to, next);
    next.behind(row);
  }

  private void fail(RuntimeException e) {
    row.fail(e);
  }

  /**
   * Works until the head lets it end.
   *
   * @param begin takes what the head gives the stages to begin with
   * @param state gives what they have become, whenever the head asks
   * @throws PeerException if another process is lost
   * @throws RuntimeException whatever a stage of this process threw
   */
  public void run(Consumer<Parcel> begin, Supplier<Parcel> state) {
    try {
      begin.accept(peers.receive(0, ChainWords.STATE));
      boolean over = false;
      while (!over) {
        row.enter();
        over = answer(peers.receive(peers.rank() - 1, ChainWords.CHAIN), state);
      }
    } catch (PeerException e) {
      row.fail(e);
    } catch (IOException e) {
      row.fail(new UncheckedIOException(e));
    }
    RuntimeException failed = row.failure();
    if (failed != null) {
      throw failed;
    }
  }

  private boolean answer(Parcel parcel, Supplier<Parcel> state) throws IOException {
    DataInputStream in = ChainWords.open(parcel);
    byte kind = in.readByte();
    if (kind == ChainWords.BATCH) {
      BatchWords.Received received = BatchWords.read(in, parcel.tensors());
      next.rate(received.rate());
      row.take(InFlightBatch.of(received.batch(), updates.apply(received.rate())));
      return false;
    }
    row.leave();
    row.awaitAll();
    if (row.failure() != null) {
      return true;
    }
    next.send(parcel);
    if (kind == ChainWords.STATE_WANTED) {
      peers.send(0, ChainWords.STATE, state.get());
    }
    return kind == ChainWords.END;
  }

  /** Ends the threads, when what they are at is over. */
  @Override
  public void close() {
    row.close();
    next.close();
  }
}
