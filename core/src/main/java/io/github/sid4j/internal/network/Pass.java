package io.github.sid4j.internal.network;

import io.github.sid4j.network.Initializer;
import io.github.sid4j.random.Rng;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a forward is for, where that makes a difference: batch norm and dropout ask it. A pass is a
 * state of the thread, from the call that opens it to {@link #close()}; without one a forward is
 * inference.
 *
 * <pre>{@code
 * try (Pass training = Pass.training(seed, step)) {
 *   method.step(input, target, learningRate);
 * }
 * }</pre>
 */
public final class Pass implements AutoCloseable {
  private static final Pass INFERENCE = new Pass(null, false, false, 0);
  private static final ThreadLocal<Pass> OPEN = ThreadLocal.withInitial(() -> INFERENCE);

  // Separates these streams from the others that a run draws from its seed.
  private static final long PURPOSE = 0x70617373L;

  /** Null for inference, which is never closed. */
  private final @Nullable Pass before;

  private final boolean training;
  private final boolean learning;
  private final long seed;

  /** The step, and behind it which part of its batch, and of that part. */
  private final long[] place;

  private Pass(
      @Nullable Pass before, boolean training, boolean learning, long seed, long... place) {
    this.before = before;
    this.training = training;
    this.learning = learning;
    this.seed = seed;
    this.place = place;
  }

  private static Pass open(boolean training, boolean learning, long seed, long... place) {
    Pass opened = new Pass(OPEN.get(), training, learning, seed, place);
    OPEN.set(opened);
    return opened;
  }

  /**
   * Opens a pass of training on this thread: batch norm takes the statistics of the batch and
   * learns from them, dropout drops.
   *
   * @param seed of the run
   * @param step which step of the run this is; what is drawn is a function of seed, step and layer
   * @return for a try-with-resources
   */
  public static Pass training(long seed, long step) {
    return open(true, true, seed, step);
  }

  /**
   * Opens a pass that gives the numbers of the one that is open and leaves no trace: running
   * statistics are not learned. For a forward that another one of the same step repeats.
   *
   * @return for a try-with-resources; inference if no pass is open
   */
  public static Pass teaching() {
    Pass open = OPEN.get();
    return open(open.training, false, open.seed, open.place);
  }

  /**
   * Opens inference within a pass of training, for a part of the network that is not trained.
   *
   * @return for a try-with-resources
   */
  public static Pass inference() {
    return open(false, false, 0);
  }

  /**
   * The pass that is open on this thread, to be {@linkplain #reopen() opened} on another.
   *
   * @return inference if none is
   */
  public static Pass current() {
    return OPEN.get();
  }

  /**
   * Opens the same pass on the calling thread, for forwards that are handed to workers.
   *
   * @return for a try-with-resources
   */
  public Pass reopen() {
    return open(training, learning, seed, place);
  }

  /**
   * The pass as numbers, for another process.
   *
   * @return what {@link #of} reads
   */
  public long[] numbers() {
    return joined(new long[] {training ? 1 : 0, learning ? 1 : 0, seed}, place);
  }

  /**
   * A pass of another process, to be {@linkplain #reopen() opened}.
   *
   * @param numbers of {@link #numbers()}
   * @return opened nowhere
   */
  public static Pass of(long... numbers) {
    long[] place = Arrays.copyOfRange(numbers, 3, numbers.length);
    return new Pass(INFERENCE, numbers[0] != 0, numbers[1] != 0, numbers[2], place);
  }

  /**
   * Opens this pass on the calling thread for one part of the batch, which draws other numbers than
   * the other parts. The only part of a batch that is not cut is this pass itself.
   *
   * @param index of the part, from 0
   * @param count how many parts the batch has
   * @return for a try-with-resources
   */
  public Pass part(int index, int count) {
    return count == 1 ? reopen() : open(training, learning, seed, joined(place, index));
  }

  /**
   * Whether the network is trained.
   *
   * @return false for inference
   */
  public boolean isTraining() {
    return training;
  }

  /**
   * Whether running statistics are to be updated.
   *
   * @return never true for inference
   */
  public boolean learnsStatistics() {
    return learning;
  }

  /**
   * Random numbers of this step, or part of it, for one layer: the same however often it asks.
   *
   * @param layer its number, of {@link Initializer#layerNumber()}
   * @return a stream at its beginning
   */
  public Rng random(long layer) {
    return Rng.of(seed, joined(new long[] {PURPOSE, layer}, place));
  }

  private static long[] joined(long[] first, long... second) {
    long[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /** Goes back to the pass before. */
  @Override
  public void close() {
    if (before == INFERENCE) {
      OPEN.remove();
    } else {
      OPEN.set(before);
    }
  }
}
