package io.github.sid4j.data;

import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.random.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Examples of which some have noisy labels, and which remember the true ones. */
final class NoisyExamples implements Examples {
  private static final long PURPOSE = 0xDA7A_0004L;

  private final Examples clean;
  private final int[] labels;

  /**
   * Changes labels; each example draws from a stream of its own, so that order does not matter.
   *
   * @param rate probability that an example gets another label, 0 to 1
   * @param classNames of all classes, at least 2
   */
  NoisyExamples(Examples clean, LabelNoise noise, double rate, List<String> classNames, long seed) {
    this.clean = clean;
    labels = new int[clean.size()];
    Arrays.setAll(
        labels,
        index -> {
          Rng rng = Rng.of(seed, PURPOSE, index);
          int label = clean.label(index);
          return rng.nextDouble() < rate ? noise.wrong(label, classNames, rng) : label;
        });
  }

  @Override
  public int size() {
    return clean.size();
  }

  @Override
  public int[] shape() {
    return clean.shape();
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public int trueLabel(int index) {
    return clean.trueLabel(index);
  }

  @Override
  public SampleId id(int index) {
    return clean.id(index);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    clean.read(index, into, offset);
  }

  @Override
  public byte[] content(int index) {
    return clean.content(index);
  }

  @Override
  public Optional<byte[]> png(int index) {
    return clean.png(index);
  }

  @Override
  public Optional<InputEncoding> encoding() {
    return clean.encoding();
  }

  @Override
  public float[] padding() {
    return clean.padding();
  }
}
