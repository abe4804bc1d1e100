package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import java.util.Arrays;
import java.util.Optional;

/**
 * Examples that are those of others, unless a kind of it says otherwise: all that is known of one
 * passes through, so that what is kept for it is found again.
 */
public abstract class ExamplesAround implements Examples {
  private final Examples plain;

  /**
   * Shows examples.
   *
   * @param plain have the shape, the encoding and the padding of all
   */
  protected ExamplesAround(Examples plain) {
    this.plain = plain;
  }

  /**
   * Where an example is.
   *
   * @param index 0 .. size - 1
   * @return holds it
   */
  protected Examples of(int index) {
    return plain;
  }

  /**
   * Its place there.
   *
   * @param index 0 .. size - 1
   * @return a place in {@link #of}
   */
  protected int place(int index) {
    return index;
  }

  @Override
  public int size() {
    return plain.size();
  }

  @Override
  public final int[] shape() {
    return plain.shape();
  }

  @Override
  public int label(int index) {
    return of(index).label(place(index));
  }

  @Override
  public int trueLabel(int index) {
    return of(index).trueLabel(place(index));
  }

  @Override
  public final SampleId id(int index) {
    return of(index).id(place(index));
  }

  @Override
  public final void read(int index, float[] into, int offset) {
    of(index).read(place(index), into, offset);
  }

  @Override
  public final void readForEpoch(int index, long seed, int epoch, float[] into, int offset) {
    of(index).readForEpoch(place(index), seed, epoch, into, offset);
  }

  @Override
  public final byte[] content(int index) {
    return of(index).content(place(index));
  }

  @Override
  public final Optional<byte[]> png(int index) {
    return of(index).png(place(index));
  }

  @Override
  public final Optional<String> excerpt(int index) {
    return of(index).excerpt(place(index));
  }

  @Override
  public final Optional<InputEncoding> encoding() {
    return plain.encoding();
  }

  @Override
  public final float[] padding() {
    return plain.padding();
  }

  @Override
  public Optional<Locality> locality() {
    return plain.locality().map(locality -> locality.of(size(), this::place));
  }

  @Override
  public ExamplePass pass(int[] order, int first) {
    return plain.pass(Arrays.stream(order).map(this::place).toArray(), first);
  }
}
