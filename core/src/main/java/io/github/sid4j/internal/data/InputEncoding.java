package io.github.sid4j.internal.data;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * How what a person has becomes the numbers that a network reads, as it was learned from the
 * training part. It goes with a model, so that this can be used without the data.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ImageEncoding.class, name = "image"),
  @JsonSubTypes.Type(value = TableEncoding.class, name = "table"),
  @JsonSubTypes.Type(value = RowEncoding.class, name = "row"),
  @JsonSubTypes.Type(value = TextEncoding.class, name = "text"),
  @JsonSubTypes.Type(value = MultimodalEncoding.class, name = "multimodal")
})
public sealed interface InputEncoding
    permits ImageEncoding, TableEncoding, RowEncoding, TextEncoding, MultimodalEncoding {
  /**
   * The shape of one example.
   *
   * @return [channels, height, width] of an image, [features] of a row, [tokens] of a text,
   *     [numbers] of several inputs; a copy
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
   * How its texts are read, whose tokenizer has a file of its own next to that of the model.
   *
   * @return empty where there is no text
   */
  default Optional<TextEncoding> texts() {
    return Optional.empty();
  }

  /**
   * The same with the tokenizer that its file holds.
   *
   * @param file what it holds
   * @param where it lies, for messages
   * @return itself where there is no text
   * @throws io.github.sid4j.error.InputException if it is not the file of the model's own tokenizer
   */
  default InputEncoding tokenized(byte[] file, String where) {
    return this;
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
