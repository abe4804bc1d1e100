package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.Parcel;
import io.github.sid4j.internal.engine.PeerException;
import io.github.sid4j.internal.engine.RankGroup;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The first process of a {@link Pipeline} whose stages lie in several: it has the first stages, and
 * takes the batches in. What passes from process to process is what passes from thread to thread,
 * so that the numbers are the same. No gradient travels; from the last process come the measures.
 *
 * <p>For one thread at a time.
 */
public final class PipelineHead implements AutoCloseable {
  private final RankGroup peers;
  private final StageRow row;
  private final ToNext next;
  private final LinkedBlockingQueue<Pipeline.Done> through = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Byte> back = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean ended;

  /**
   * Starts the stages of this process.
   *
   * @param cascade trained
   * @param objective of its modules
   * @param threads of each stage of the whole pipeline
   * @param stages how many of them this process has, at least 1, and fewer than there are
   * @param peers of all processes
   */
  public PipelineHead(
      Cascade cascade, Objective objective, List<Integer> threads, int stages, RankGroup peers) {
    this.peers = peers;
    next = new ToNext(peers, this::fail);
    row = new StageRow(cascade, objective, threads, 0, stages, next);
    next.behind(row);
    Thread results = new Thread(this::receiveAll, "sid-from-last");
    results.setDaemon(true);
    results.start();
  }

  private void fail(RuntimeException e) {
    row.fail(e);
    back.add(ChainWords.END);
  }

  private void receiveAll() {
    try {
      byte kind = 0;
      while (kind != ChainWords.END) {
        Parcel parcel = peers.receive(peers.size() - 1, ChainWords.CHAIN);
        DataInputStream in = ChainWords.open(parcel);
        kind = in.readByte();
        if (kind == ChainWords.DONE) {
          through.add(new Pipeline.Done(in.readLong(), MeasureWords.read(in)));
        } else {
          back.add(kind);
        }
      }
    } catch (PeerException e) {
      fail(e);
    } catch (IOException e) {
      fail(new UncheckedIOException(e));
    } finally {
      over.countDown();
    }
  }

  /**
   * Sends a batch in; waits while there are as many under way as may be.
   *
   * @param x [B, ...]
   * @param target of that batch
   * @param rate the learning rate
   * @param updates receives the gradients of this process's stages
   * @return as {@link Pipeline#submit}
   * @throws PeerException if another process is lost
   * @throws RuntimeException as {@link Pipeline#submit}, of this process's stages
   */
  public List<Pipeline.Done> submit(
      Tensor x, Target target, double rate, Execution.Updates updates) {
    row.enter();
    if (row.failure() == null) {
      next.rate(rate);
      row.take(InFlightBatch.of(x, target, updates));
    } else {
      row.leave();
    }
    return collect();
  }

  /**
   * Waits until every stage of every process has learned from every batch.
   *
   * @return as {@link Pipeline#drain}
   * @throws RuntimeException as {@link #submit}
   */
  public List<Pipeline.Done> drain() {
    row.awaitAll();
    collectFailure();
    next.send(ChainWords.parcel(ChainWords.MARK));
    awaitBack();
    return collect();
  }

  private void awaitBack() {
    try {
      back.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the stages", e);
    }
    collectFailure();
  }

  /**
   * Asks the other processes for what their stages have become. To be called when the pipeline is
   * drained.
   *
   * @param taker gets it of each process in order; the tensors are its own
   */
  public void fetch(Consumer<Parcel> taker) {
    next.send(ChainWords.parcel(ChainWords.STATE_WANTED));
    for (int rank = 1; rank < peers.size(); rank++) {
      taker.accept(peers.receive(rank, ChainWords.STATE));
    }
    awaitBack();
  }

  /**
   * Gives another process what its stages begin with. To be called before the first batch.
   *
   * @param rank of the process
   * @param state whose tensors stay with the caller
   */
  public void give(int rank, Parcel state) {
    peers.send(rank, ChainWords.STATE, state);
  }

  /** Lets the other processes end. To be called when the pipeline is drained. */
  public void end() {
    next.send(ChainWords.parcel(ChainWords.END));
    awaitBack();
    ended = true;
  }

  private void collectFailure() {
    RuntimeException failed = row.failure();
    if (failed != null) {
      throw failed;
    }
  }

  private List<Pipeline.Done> collect() {
    collectFailure();
    List<Pipeline.Done> done = new ArrayList<>();
    through.drainTo(done);
    return done;
  }

  /** Ends the threads; unless the others were let end, it ends the traffic with them. */
  @Override
  public void close() {
    if (!ended) {
      row.fail(new IllegalStateException("the pipeline was closed"));
      peers.abort();
    }
    row.close();
    next.close();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
