package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import java.util.concurrent.CancellationException;

/**
 * One way through examples in an order that is known from the start, so that what memory does not
 * hold can be read ahead. To be used by one thread and closed after use.
 */
public interface ExamplePass extends AutoCloseable {
  /**
   * Writes the values of the example at a position of the order. Positions are asked for in rising
   * order, each at most once.
   *
   * @param position in the order, from the first one that the pass was opened for
   * @param seed of the run
   * @param epoch counted from 0
   * @param into receives as many values as the product of the shape
   * @param offset where in {@code into} the first value goes
   * @throws CancellationException if the waiting thread is interrupted
   */
  void read(int position, long seed, int epoch, float[] into, int offset);

  /** Ends what reads ahead. */
  @Override
  void close();

  /**
   * A pass through examples that can be read in any order.
   *
   * @param order places of examples
   */
  static ExamplePass over(Examples examples, int... order) {
    return new ExamplePass() {
      @Override
      public void read(int position, long seed, int epoch, float[] into, int offset) {
        examples.readForEpoch(order[position], seed, epoch, into, offset);
      }

      @Override
      public void close() {
        // Nothing reads ahead.
      }
    };
  }
}
