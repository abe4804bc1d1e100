package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import java.util.function.IntUnaryOperator;

/** How many tokens each text has. For one thread at a time. */
final class TextLengths implements IntUnaryOperator {
  private final Examples texts;
  private final int padding;
  private final float[] values;
  private final int[] known;

  TextLengths(Examples texts, TextEncoding encoding) {
    this.texts = texts;
    this.padding = encoding.tokens();
    this.values = new float[encoding.maxTokens()];
    this.known = new int[texts.size()];
  }

  @Override
  public int applyAsInt(int index) {
    // One more than the length, so that 0 says that it is not known.
    if (known[index] == 0) {
      texts.read(index, values, 0);
      int length = values.length;
      while (length > 0 && values[length - 1] == padding) {
        length--;
      }
      known[index] = length + 1;
    }
    return known[index] - 1;
  }
}
