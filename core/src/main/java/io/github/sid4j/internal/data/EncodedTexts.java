package io.github.sid4j.internal.data;

import io.github.sid4j.data.SampleId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Texts that are token ids already, kept without padding. */
final class EncodedTexts extends EncodedExamples {
  private final List<int[]> texts;
  private final TextEncoding encoding;
  private final IntFunction<String> plain;

  /**
   * Texts.
   *
   * @param texts ids of the tokens of each
   * @param labels for each text its class
   * @param encoding that made the ids
   * @param ids by what a person finds the text at a place
   * @param plain the text at a place as it was written
   */
  EncodedTexts(
      List<int[]> texts,
      int[] labels,
      TextEncoding encoding,
      IntFunction<SampleId> ids,
      IntFunction<String> plain) {
    super(labels, encoding, ids);
    this.texts = texts;
    this.encoding = encoding;
    this.plain = plain;
  }

  @Override
  public Optional<String> excerpt(int index) {
    return Optional.of(Excerpt.of(plain.apply(index)));
  }

  @Override
  public void read(int index, float[] into, int offset) {
    encoding.write(texts.get(index), into, offset);
  }
}
