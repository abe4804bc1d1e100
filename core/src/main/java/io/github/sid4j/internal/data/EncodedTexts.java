package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Texts that are token ids already, kept without padding. */
final class EncodedTexts implements Examples {
  private final List<int[]> texts;
  private final int[] labels;
  private final TextEncoding encoding;
  private final IntFunction<SampleId> ids;

  /**
   * Texts.
   *
   * @param texts ids of the tokens of each
   * @param labels for each text its class
   * @param encoding that made the ids
   * @param ids by what a person finds the text at a place
   */
  EncodedTexts(List<int[]> texts, int[] labels, TextEncoding encoding, IntFunction<SampleId> ids) {
    this.texts = texts;
    this.labels = labels;
    this.encoding = encoding;
    this.ids = ids;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int[] shape() {
    return encoding.shape();
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public SampleId id(int index) {
    return ids.apply(index);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    encoding.write(texts.get(index), into, offset);
  }

  @Override
  public Optional<InputEncoding> encoding() {
    return Optional.of(encoding);
  }
}
