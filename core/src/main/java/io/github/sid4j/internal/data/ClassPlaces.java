package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import java.util.List;
import java.util.Optional;

/**
 * Examples whose classes have other places, since there are others beside them.
 *
 * @param plain as they were loaded
 * @param places the new place of each class
 */
record ClassPlaces(Examples plain, List<Integer> places) implements Examples {
  @Override
  public int size() {
    return plain.size();
  }

  @Override
  public int[] shape() {
    return plain.shape();
  }

  @Override
  public int label(int index) {
    return places.get(plain.label(index));
  }

  @Override
  public int trueLabel(int index) {
    return places.get(plain.trueLabel(index));
  }

  @Override
  public SampleId id(int index) {
    return plain.id(index);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    plain.read(index, into, offset);
  }

  @Override
  public byte[] content(int index) {
    return plain.content(index);
  }

  @Override
  public Optional<byte[]> png(int index) {
    return plain.png(index);
  }

  @Override
  public Optional<InputEncoding> encoding() {
    return plain.encoding();
  }

  @Override
  public float[] padding() {
    return plain.padding();
  }
}
