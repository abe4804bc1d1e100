package io.github.sid4j.internal.data.format;

/**
 * What a PNG's tRNS chunk says: the opacity of each colour of a palette, or the one colour that
 * cannot be seen.
 */
final class Transparency {
  static final Transparency NONE = new Transparency(new int[0], new int[0]);

  private static final int OPAQUE = 255;

  private final int[] opacities;
  private final int[] key;

  private Transparency(int[] opacities, int[] key) {
    this.opacities = opacities;
    this.key = key;
  }

  /** Reads the data of the chunk, which may be too short or too long. */
  static Transparency of(ImageBytes bytes, int from, int end, boolean palette) {
    int[] numbers = new int[palette ? end - from : (end - from) / 2];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = palette ? bytes.number(from + i, 1) : bytes.number(from + 2 * i, 2);
    }
    return palette ? new Transparency(numbers, new int[0]) : new Transparency(new int[0], numbers);
  }

  /** Of a colour of the palette, or of a level of grey that is read as one. */
  int opacity(int place) {
    if (key.length == 1) {
      return key[0] == place ? 0 : OPAQUE;
    }
    return place < opacities.length ? opacities[place] : OPAQUE;
  }

  /** Whether there is a colour that cannot be seen, of this many samples. */
  boolean hides(int samples) {
    return key.length == samples;
  }

  /** Of a pixel, whose samples begin at a place. */
  int opacity(int[] samples, int at) {
    for (int c = 0; c < key.length; c++) {
      if (samples[at + c] != key[c]) {
        return OPAQUE;
      }
    }
    return 0;
  }
}
