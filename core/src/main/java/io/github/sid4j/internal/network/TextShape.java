package io.github.sid4j.internal.network;

import java.util.Arrays;

/** Makes sure that examples are texts. */
final class TextShape {
  private TextShape() {}

  /**
   * Looks at a shape.
   *
   * @param shape of one example, [T]
   * @param tokens ids of the vocabulary; 0 if there is none
   * @throws UnreadableShapeException if this is no text
   */
  static void check(int[] shape, int tokens) {
    if (shape.length != 1 || tokens < 1) {
      throw new UnreadableShapeException(
          "texts", "examples of shape " + Arrays.toString(shape) + " without a tokenizer");
    }
  }
}
