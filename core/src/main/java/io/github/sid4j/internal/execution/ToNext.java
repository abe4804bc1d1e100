package io.github.sid4j.internal.execution;

import io.github.sid4j.internal.engine.Parcel;
import io.github.sid4j.internal.engine.RankGroup;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the stages of a process hand over to the process behind them, in order, on a thread of
 * its own: a stage learns on while its features travel.
 */
final class ToNext implements StageRow.Outlet, AutoCloseable {
  private final RankGroup peers;
  private final Consumer<RuntimeException> failed;
  private final ExecutorService sender;

  /** Of the batches that are in the row, in order. */
  private final ConcurrentLinkedQueue<Double> rates = new ConcurrentLinkedQueue<>();

  private @Nullable StageRow row;

  ToNext(RankGroup peers, Consumer<RuntimeException> failed) {
    this.peers = peers;
    this.failed = failed;
    sender =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "sid-to-next");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Says which stages hand over. */
  void behind(StageRow stages) {
    row = stages;
  }

  /** The learning rate of the batch that is taken in next. */
  void rate(double rate) {
    rates.add(rate);
  }

  @Override
  public void next(InFlightBatch batch) {
    double rate = rates.remove();
    sender.execute(
        () -> {
          try {
            sendNow(BatchWords.parcel(batch.onItsWay(), rate));
          } finally {
            batch.close();
            Objects.requireNonNull(row).leave();
          }
        });
  }

  @Override
  public void through(Pipeline.Done done) {
    rates.remove();
    send(
        ChainWords.parcel(
            ChainWords.DONE,
            List.of(),
            out -> {
              out.writeLong(done.samples());
              MeasureWords.write(done.measures(), out);
            }));
  }

  @Override
  public void failed() {
    peers.abort();
  }

  /** Sends a message behind all that was handed over before. */
  void send(Parcel parcel) {
    sender.execute(() -> sendNow(parcel));
  }

  private void sendNow(Parcel parcel) {
    try {
      peers.send((peers.rank() + 1) % peers.size(), ChainWords.CHAIN, parcel);
    } catch (RuntimeException e) {
      failed.accept(e);
    }
  }

  /** Waits until all is sent, or has failed to be. */
  @Override
  public void close() {
    Futures.untilOver(sender.submit(() -> {}));
    sender.shutdown();
  }
}
