package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import java.util.Optional;

/** Some examples of others, in an order of their own. */
public final class ChosenExamples implements Examples {
  private final Examples all;
  private final int[] chosen;

  /**
   * Chooses examples.
   *
   * @param all that there are
   * @param chosen places of those to show
   */
  public ChosenExamples(Examples all, int... chosen) {
    this.all = all;
    this.chosen = chosen.clone();
  }

  @Override
  public int size() {
    return chosen.length;
  }

  @Override
  public int[] shape() {
    return all.shape();
  }

  @Override
  public int label(int index) {
    return all.label(chosen[index]);
  }

  @Override
  public int trueLabel(int index) {
    return all.trueLabel(chosen[index]);
  }

  @Override
  public SampleId id(int index) {
    return all.id(chosen[index]);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    all.read(chosen[index], into, offset);
  }

  @Override
  public Optional<byte[]> png(int index) {
    return all.png(chosen[index]);
  }

  @Override
  public Optional<InputEncoding> encoding() {
    return all.encoding();
  }

  @Override
  public float[] padding() {
    return all.padding();
  }
}
