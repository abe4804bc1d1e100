package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.BarrierOptions;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;

/**
 * Processes that are connected to each other, over libtorch's c10d with Gloo. A send ends when the
 * other process takes the message, so that nothing piles up between two.
 *
 * <p>Safe for several threads, as long as one thread at a time sends to a process with one tag, and
 * one receives from it: messages of one tag arrive in their order. An error leaves the group
 * unusable, since Gloo closes its connections then.
 */
public final class RankGroup implements AutoCloseable {
  /**
   * Longer than any run waits. A wait that ends by its time closes all connections of the group, so
   * that the others could not learn who is silent. Who watches the time aborts instead.
   */
  private static final Duration FOREVER = Duration.ofDays(3650);

  private static final long MAGIC = 0x5349_4434_4a31L;
  private static final int MOST_WORDS = 1 << 27;

  private final ProcessGroupGloo group;
  private final Set<Work> waitedFor = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean aborted;

  RankGroup(ProcessGroupGloo group) {
    this.group = group;
  }

  /** The number of this process, from 0. */
  public int rank() {
    return group.getRank();
  }

  /** How many processes there are. */
  public int size() {
    return group.getSize();
  }

  /**
   * Sends, and waits until all of it is taken.
   *
   * @param to the process
   * @param tag a kind of messages; both ends use the same
   * @throws PeerException if the process ended, or this group was aborted
   */
  public void send(int to, int tag, Parcel parcel) {
    try (Scope scope = Scope.open()) {
      List<TensorLayout> layouts = new ArrayList<>();
      List<Tensor> flats = new ArrayList<>();
      for (Tensor tensor : parcel.tensors()) {
        Tensor dense =
            TensorLayout.of(tensor).isDense() ? tensor : TensorMemory.access().inRows(tensor);
        layouts.add(TensorLayout.of(dense));
        flats.add(TensorMemory.access().flat(dense));
      }
      long[] label = new ParcelLabel(parcel.words(), layouts).toLongs();
      List<Work> works = new ArrayList<>();
      works.add(begin(to, tag, true, Tensor.of(new long[] {MAGIC, label.length}, 2)));
      works.add(begin(to, tag, true, Tensor.of(label, label.length)));
      for (Tensor flat : flats) {
        if (flat.count() > 0) {
          works.add(begin(to, tag, true, flat));
        }
      }
      works.forEach(work -> await(work, to));
    }
  }

  /**
   * Waits for what {@link #send} sent.
   *
   * @param from the process
   * @param tag as of the sender
   * @return with tensors that are in no scope and belong to the caller
   * @throws PeerException if the process ended, or this group was aborted
   */
  public Parcel receive(int from, int tag) {
    try (Scope scope = Scope.open()) {
      long[] head = receiveNumbers(from, tag, 2);
      if (head[0] != MAGIC || head[1] < 1 || head[1] > MOST_WORDS) {
        throw new IllegalStateException("process " + from + " sent what is no parcel");
      }
      ParcelLabel label = ParcelLabel.of(receiveNumbers(from, tag, (int) head[1]));
      List<Tensor> tensors = new ArrayList<>();
      List<Work> works = new ArrayList<>();
      for (TensorLayout layout : label.layouts()) {
        Tensor tensor = layout.empty();
        tensors.add(tensor);
        if (layout.count() > 0) {
          works.add(begin(from, tag, false, TensorMemory.access().flat(tensor)));
        }
      }
      works.forEach(work -> await(work, from));
      tensors.forEach(scope::keep);
      return new Parcel(label.words(), tensors);
    }
  }

  /**
   * Sends numbers whose count the other process knows.
   *
   * @throws PeerException as {@link #send}
   */
  public void sendNumbers(int to, int tag, long... numbers) {
    try (Scope scope = Scope.open()) {
      await(begin(to, tag, true, Tensor.of(numbers, numbers.length)), to);
    }
  }

  /**
   * Waits for as many numbers.
   *
   * @param count of numbers, exactly what is sent
   * @throws PeerException as {@link #receive}
   */
  public long[] receiveNumbers(int from, int tag, int count) {
    try (Scope scope = Scope.open()) {
      Tensor numbers = Tensor.of(new long[count], count);
      await(begin(from, tag, false, numbers), from);
      return numbers.toLongs();
    }
  }

  /**
   * Waits until all processes have called it.
   *
   * @throws PeerException if not all do in that time; of which it was, nothing is known
   */
  public void barrier(Duration patience) {
    try (Scope scope = Scope.open()) {
      BarrierOptions options = new BarrierOptions();
      options.timeout(new Milliseconds(patience.toMillis()));
      group.barrier(options)._wait(new Milliseconds(patience.toMillis()));
    } catch (RuntimeException e) {
      throw new PeerException(rank(), "not all processes reached a barrier", e);
    }
  }

  /** Ends what other threads wait for here with a {@link PeerException}, now and from now on. */
  public void abort() {
    synchronized (waitedFor) {
      aborted = true;
      waitedFor.forEach(Work::abort);
    }
  }

  private Work begin(int rank, int tag, boolean sends, Tensor flat) {
    // Also before anything is begun: once stopped, what the others do no longer matters.
    synchronized (waitedFor) {
      checkNotStopped(rank);
    }
    TensorVector one = new TensorVector(TensorMemory.access().pointer(flat));
    try {
      return sends ? group.send(one, rank, tag) : group.recv(one, rank, tag);
    } catch (RuntimeException e) {
      throw failed(rank, e);
    }
  }

  private void await(Work work, int rank) {
    synchronized (waitedFor) {
      checkNotStopped(rank);
      waitedFor.add(work);
    }
    try {
      if (!work._wait(new Milliseconds(FOREVER.toMillis()))) {
        throw new PeerException(rank, "the wait was ended", null);
      }
    } catch (PeerException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(rank, e);
    } finally {
      synchronized (waitedFor) {
        waitedFor.remove(work);
      }
    }
  }

  /** To be called while holding what is waited for. */
  private void checkNotStopped(int rank) {
    if (aborted) {
      throw new PeerException(rank, "the processes were stopped", null);
    }
  }

  private static PeerException failed(int rank, RuntimeException e) {
    return new PeerException(rank, String.valueOf(e.getMessage()), e);
  }

  @Override
  public void close() {
    group.close();
  }
}
