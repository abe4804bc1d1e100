package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Labelled data as loaded, before anything was learned from it. */
public interface RawExamples {
  int size();

  int label(int index);

  /**
   * Where a user finds the labels, for messages: a column of a file; empty without such a place.
   */
  default String labelSource() {
    return "";
  }

  /** Whether some examples have to stay together in all parts. */
  default boolean isGrouped() {
    return false;
  }

  /** Examples of the same number, at least 0, stay together in all parts; below 0 one is alone. */
  default int group(int index) {
    return -1;
  }

  /** Whether the examples have a time, by which parts are cut. */
  default boolean isTimed() {
    return false;
  }

  /** When an example was, if the examples have a time; a later one is greater. */
  default double time(int index) {
    return 0;
  }

  /** Writes all that the data consists of, so that it can be hashed. */
  void writeTo(DataOutputStream out) throws IOException;

  /**
   * Learns how to prepare this data. How many numbers an example becomes depends on the whole
   * training part, so that it is the same whichever examples the validation part takes; means and
   * deviations are those of what is left of it.
   *
   * @param kept the training part without the validation part
   * @param training the whole training part
   */
  Preparation learn(int[] kept, int[] training);

  /**
   * Prepares this data as other data was.
   *
   * @throws InputException if this is of another kind or shape
   */
  Preparation by(InputEncoding encoding);

  /**
   * Prepares images by the numbers of a network that others trained.
   *
   * @throws InputException if this is of another kind or has another number of channels
   */
  default Preparation by(PhotoPreparation preparation) {
    throw new InputException(
        "data",
        "images, which the network of pretrained reads",
        "rows of numbers",
        "choose another network, or leave out pretrained");
  }

  /** Says that data cannot be prepared so. */
  static InputException unlike(InputEncoding encoding, String found) {
    return InputException.ofSetting(
        "data",
        "examples as the model reads them, of shape " + Arrays.toString(encoding.shape()),
        found,
        "give data of that kind; images of a folder are scaled by image-size");
  }

  /** What was learned. */
  interface Preparation {
    /** The given examples of the data it was learned from, in the given order. */
    Examples prepare(int[] indices);
  }
}
