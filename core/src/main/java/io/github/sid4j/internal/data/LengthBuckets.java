package io.github.sid4j.internal.data;

import io.github.sid4j.random.Rng;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Puts examples of like length into a batch, so that little of it is padding. The order stays one
 * of chance: examples are sorted within a stretch of several batches, and these batches come in an
 * order that is drawn.
 */
final class LengthBuckets {
  private static final int BATCHES = 16;

  private LengthBuckets() {}

  /**
   * Rearranges whole batches; what fills none at the end stays there.
   *
   * @param order of an epoch's examples, drawn; changed in place
   * @param length of an example
   * @param batch examples of a batch
   * @param rng draws the order of batches
   */
  static void arrange(int[] order, IntUnaryOperator length, int batch, Rng rng) {
    int whole = order.length / batch * batch;
    for (int from = 0; from < whole; from += BATCHES * batch) {
      int to = Math.min(whole, from + BATCHES * batch);
      int[] sorted =
          Arrays.stream(order, from, to)
              .boxed()
              // Equals keep their order, which was drawn.
              .sorted((one, other) -> length.applyAsInt(one) - length.applyAsInt(other))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] places = new int[(to - from) / batch];
      Arrays.setAll(places, i -> i);
      rng.shuffle(places);
      for (int i = 0; i < places.length; i++) {
        System.arraycopy(sorted, places[i] * batch, order, from + i * batch, batch);
      }
    }
  }
}
