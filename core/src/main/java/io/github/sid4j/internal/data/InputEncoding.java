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
  @JsonSubTypes.Type(value = RowEncoding.class, name = "row")
})
public sealed interface InputEncoding permits ImageEncoding, TableEncoding, RowEncoding {
  /**
   * The shape of one example.
   *
   * @return [channels, height, width] of an image, [features] of a row; a copy
   */
  @JsonIgnore
  int[] shape();
}
