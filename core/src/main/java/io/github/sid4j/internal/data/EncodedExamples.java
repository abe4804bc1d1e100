package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import java.util.Optional;
import java.util.function.IntFunction;

/** What examples have whose encoding is done already. */
abstract class EncodedExamples implements Examples {
  private final int[] labels;
  private final InputEncoding encoding;
  private final IntFunction<SampleId> ids;

  /**
   * Examples.
   *
   * @param labels for each its class
   * @param encoding that made them
   * @param ids by what a person finds the example at a place
   */
  EncodedExamples(int[] labels, InputEncoding encoding, IntFunction<SampleId> ids) {
    this.labels = labels;
    this.encoding = encoding;
    this.ids = ids;
  }

  @Override
  public final int size() {
    return labels.length;
  }

  @Override
  public final int[] shape() {
    return encoding.shape();
  }

  @Override
  public final int label(int index) {
    return labels[index];
  }

  @Override
  public final SampleId id(int index) {
    return ids.apply(index);
  }

  @Override
  public final Optional<InputEncoding> encoding() {
    return Optional.of(encoding);
  }
}
