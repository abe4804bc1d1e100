package io.github.sid4j.data;

import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.StratifiedSplit;
import java.util.Optional;
import java.util.stream.IntStream;

/** Examples, and behind them some of others that were prepared alike. */
final class MixedExamples implements Examples {
  private static final long PURPOSE = 0xDA7A_0005L;

  private final Examples first;
  private final Examples others;
  private final int[] taken;

  private MixedExamples(Examples first, Examples others, int[] taken) {
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

  @Override
  public int[] shape() {
    return first.shape();
  }

  private boolean isFirst(int index) {
    return index < first.size();
  }

  private int other(int index) {
    return taken[index - first.size()];
  }

  @Override
  public int label(int index) {
    return isFirst(index) ? first.label(index) : others.label(other(index));
  }

  @Override
  public int trueLabel(int index) {
    return isFirst(index) ? first.trueLabel(index) : others.trueLabel(other(index));
  }

  @Override
  public SampleId id(int index) {
    return isFirst(index) ? first.id(index) : others.id(other(index));
  }

  @Override
  public void read(int index, float[] into, int offset) {
    if (isFirst(index)) {
      first.read(index, into, offset);
    } else {
      others.read(other(index), into, offset);
    }
  }

  @Override
  public Optional<byte[]> png(int index) {
    return isFirst(index) ? first.png(index) : others.png(other(index));
  }

  @Override
  public Optional<InputEncoding> encoding() {
    return first.encoding();
  }

  @Override
  public float[] padding() {
    return first.padding();
  }
}
