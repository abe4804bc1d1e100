package io.github.sid4j.internal.feature;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.random.Rng;
import java.util.Optional;

/** Examples as a network that is not trained sees them. Safe for use by several threads. */
final class FeatureExamples implements Examples {
  private static final long VIEW = 0xFEA7_0001L;

  private final Examples photos;
  private final MappedRows rows;
  private final int width;

  /** By view, then by example; the first view is the example as it is. */
  private final long[][] places;

  FeatureExamples(Examples photos, MappedRows rows, int width, long[][] places) {
    this.photos = photos;
    this.rows = rows;
    this.width = width;
    this.places = places;
  }

  @Override
  public int size() {
    return photos.size();
  }

  @Override
  public int[] shape() {
    return new int[] {width};
  }

  @Override
  public int label(int index) {
    return photos.label(index);
  }

  @Override
  public int trueLabel(int index) {
    return photos.trueLabel(index);
  }

  @Override
  public SampleId id(int index) {
    return photos.id(index);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    rows.read(places[0][index], into, offset);
  }

  /** One of the views, all equally probable. */
  @Override
  public void readForEpoch(int index, long seed, int epoch, float[] into, int offset) {
    int view = places.length == 1 ? 0 : Rng.of(seed, VIEW, epoch, index).nextInt(places.length);
    rows.read(places[view][index], into, offset);
  }

  @Override
  public Optional<byte[]> png(int index) {
    return photos.png(index);
  }

  @Override
  public Optional<InputEncoding> encoding() {
    return Optional.empty();
  }
}
