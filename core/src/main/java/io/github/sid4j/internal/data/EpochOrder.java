package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.random.Rng;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The order in which an epoch reads examples: a function of seed and epoch alone. What memory holds
 * is shuffled as a whole. Of what it does not hold, the blocks are permuted, and the examples in
 * this order are shuffled window by window. A window of all examples gives the order of memory.
 */
public final class EpochOrder {
  private static final long ORDER = 0xDA7A_0002L;
  private static final long BLOCKS = 0xDA7A_0008L;
  private static final long WINDOW = 0xDA7A_0009L;

  private EpochOrder() {}

  /**
   * The order of an epoch.
   *
   * @param plan with the seed of the run and the epoch
   * @return the place of each example once
   */
  public static int[] of(Examples examples, EpochPlan plan) {
    return examples
        .locality()
        .filter(locality -> locality.window() < examples.size())
        .map(locality -> windowed(locality, plan.seed(), plan.epoch()))
        .orElseGet(() -> whole(examples, plan));
  }

  private static int[] whole(Examples examples, EpochPlan plan) {
    int[] order = IntStream.range(0, examples.size()).toArray();
    Rng rng = Rng.of(plan.seed(), ORDER, plan.epoch());
    rng.shuffle(order);
    if (examples.encoding().orElse(null) instanceof TextEncoding texts) {
      LengthBuckets.arrange(order, new TextLengths(examples, texts), plan.batchSize(), rng);
    }
    return order;
  }

  /** Of examples of which memory holds a window. */
  public static int[] windowed(Locality locality, long seed, int epoch) {
    int[] order = byBlocks(locality.blocks(), Rng.of(seed, BLOCKS, epoch));
    for (int from = 0; from < order.length; from += locality.window()) {
      int[] window =
          Arrays.copyOfRange(order, from, Math.min(order.length, from + locality.window()));
      Rng.of(seed, WINDOW, epoch, from / locality.window()).shuffle(window);
      System.arraycopy(window, 0, order, from, window.length);
    }
    return order;
  }

  private static int[] byBlocks(int[] blocks, Rng random) {
    int[] starts =
        IntStream.range(0, blocks.length)
            .filter(i -> i == 0 || blocks[i] != blocks[i - 1])
            .toArray();
    int[] turns = IntStream.range(0, starts.length).toArray();
    random.shuffle(turns);
    int[] order = new int[blocks.length];
    int filled = 0;
    for (int turn : turns) {
      int end = turn + 1 < starts.length ? starts[turn + 1] : blocks.length;
      for (int i = starts[turn]; i < end; i++) {
        order[filled++] = i;
      }
    }
    return order;
  }
}
