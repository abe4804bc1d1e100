package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ReaderThreads;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Loads results ahead of the one who takes them: one thread reads bytes in the order of storage,
 * others decode them. At most so many results are in memory as there is room for. The results are
 * the same for any number of threads. To be used by one thread, and closed.
 *
 * @param <T> what a slot holds
 */
public final class ReadAhead<T> implements AutoCloseable {
  private final int[] slots;
  private final Loader<T> loader;
  private final Semaphore room;
  private final Map<Integer, CompletableFuture<T>> results = new ConcurrentHashMap<>();
  private final ExecutorService decoders;
  private final Thread thread = new Thread(this::load, "sid4j-shards");
  private volatile boolean closed;

  /** Makes the result of a slot. */
  public interface Loader<T> {
    /**
     * Reads what is stored, on one thread, slot after slot.
     *
     * @return to be called on any thread, for the result
     * @throws InputException if it is damaged, or cannot be read
     */
    Decoding<T> read(int slot);

    /** Ends the reading, on the same thread. */
    void end();
  }

  /** The part of the work that any thread may do. */
  public interface Decoding<T> {
    T result();
  }

  /**
   * Begins to load.
   *
   * @param slots in the order in which they are stored
   * @param loader of each slot
   * @param room how many results there may be at a time; enough for every slot that is loaded
   *     before one that is taken
   * @param readers threads that decode
   */
  public ReadAhead(int[] slots, Loader<T> loader, int room, int readers) {
    this.slots = slots;
    this.loader = loader;
    this.room = new Semaphore(room);
    this.decoders =
        Executors.newFixedThreadPool(
            readers,
            work -> {
              Thread one = new Thread(work, "sid4j-decoder");
              one.setDaemon(true);
              return one;
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void load() {
    try {
      for (int i = 0; i < slots.length && !closed; i++) {
        room.acquire();
        load(slots[i]);
      }
    } catch (InterruptedException e) {
      // Closed early: nobody takes the rest.
      Thread.currentThread().interrupt();
    } finally {
      loader.end();
    }
  }

  private void load(int slot) {
    CompletableFuture<T> result = result(slot);
    try {
      Decoding<T> decoding = loader.read(slot);
      decoders.execute(
          () -> {
            try {
              result.complete(decoding.result());
            } catch (RuntimeException | Error e) {
              result.completeExceptionally(e);
            }
          });
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  private CompletableFuture<T> result(int slot) {
    return results.computeIfAbsent(slot, none -> new CompletableFuture<>());
  }

  /**
   * The result of a slot, which is waited for. Each slot can be taken once.
   *
   * @throws InputException if it is damaged, or cannot be read
   * @throws CancellationException if the waiting thread is interrupted
   */
  public T take(int slot) {
    try {
      return result(slot).get();
    } catch (InterruptedException e) {
      throw ReaderThreads.cancelled("data", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      results.remove(slot);
      room.release();
    }
  }

  @Override
  public void close() {
    closed = true;
    decoders.shutdownNow();
    ReaderThreads.end(thread);
  }
}
