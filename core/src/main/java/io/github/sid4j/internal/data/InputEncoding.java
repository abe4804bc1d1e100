package io.github.sid4j.internal.data;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How what a person has becomes the numbers that a network reads, as it was learned from the
 * training part. It goes with a model, so that this can be used without the data.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ImageEncoding.class, name = "image"),
  @JsonSubTypes.Type(value = TableEncoding.class, name = "table"),
  @JsonSubTypes.Type(value = RowEncoding.class, name = "row"),
  @JsonSubTypes.Type(value = TextEncoding.class, name = "text")
})
public sealed interface InputEncoding
    permits ImageEncoding, TableEncoding, RowEncoding, TextEncoding {
  /**
   * The shape of one example.
   *
   * @return [channels, height, width] of an image, [features] of a row, [tokens] of a text; a copy
   */
  @JsonIgnore
  int[] shape();

  /**
   * The examples of a batch with no more padding than the longest needs.
   *
   * @param values of all, one example after the other; not changed
   * @param examples how many there are
   * @return themselves where examples are of one length
   */
  default Padded padded(float[] values, int examples) {
    return new Padded(values, shape());
  }

  /**
   * Examples of one shape.
   *
   * @param values one example after the other
   * @param shape of one
   */
  // Two are never compared, so the identity of the arrays does no harm.
  @SuppressWarnings("ArrayRecordComponent")
  record Padded(float[] values, int[] shape) {}
}
