package io.github.sid4j.data;

import io.github.sid4j.internal.data.ExamplePass;
import io.github.sid4j.internal.data.ExamplesAround;
import io.github.sid4j.internal.data.Locality;
import io.github.sid4j.internal.data.StratifiedSplit;
import java.util.Optional;
import java.util.stream.IntStream;

/** Examples, and behind them some of others that were prepared alike. */
final class MixedExamples extends ExamplesAround {
  private static final long PURPOSE = 0xDA7A_0005L;

  private final Examples first;
  private final Examples others;
  private final int[] taken;

  private MixedExamples(Examples first, Examples others, int[] taken) {
    super(first);
    this.first = first;
    this.others = others;
    this.taken = taken;
  }

  /**
   * Takes a share of each class of the others.
   *
   * @param share above 0 and at most 1
   * @param seed decides which examples are taken
   */
  static Examples of(Examples first, Examples others, double share, long seed) {
    int[] all = IntStream.range(0, others.size()).toArray();
    int[] taken =
        share == 1 ? all : StratifiedSplit.of(all, others::label, share, seed ^ PURPOSE).taken();
    return new MixedExamples(first, others, taken);
  }

  @Override
  public int size() {
    return first.size() + taken.length;
  }

  private boolean isFirst(int index) {
    return index < first.size();
  }

  @Override
  protected Examples of(int index) {
    return isFirst(index) ? first : others;
  }

  @Override
  protected int place(int index) {
    return isFirst(index) ? index : taken[index - first.size()];
  }

  /** Of two stores: each example is read when it is asked for. */
  @Override
  public Optional<Locality> locality() {
    return Optional.empty();
  }

  @Override
  public ExamplePass pass(int[] order, int first) {
    return ExamplePass.over(this, order);
  }
}
