package io.github.sid4j.data;

import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.RawImages;
import io.github.sid4j.internal.data.SplitDataset;
import io.github.sid4j.internal.data.format.LabelledPixels;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Loads the digits that are part of the library; their README gives source and licence. */
final class DigitsLoader {
  private static final String RESOURCE = "digits.csv.gz";
  private static final int SIDE = 8;
  private static final int PIXELS = SIDE * SIDE;
  private static final int MAXIMUM = 16;
  private static final double TEST_FRACTION = 0.2;

  private DigitsLoader() {}

  static Dataset load() throws IOException {
    LabelledPixels digits = new LabelledPixels();
    try (InputStream in = DigitsLoader.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException(RESOURCE + " is missing from the library's jar");
      }
      new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))
          .lines()
          .forEach(line -> add(line, digits));
    }
    List<String> classNames = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    ByteImages images =
        ByteImages.withMaximum(
            digits.pixels(), digits.labels(), new int[] {1, SIDE, SIDE}, MAXIMUM);
    return SplitDataset.undivided("digits", classNames, new RawImages(images), TEST_FRACTION);
  }

  private static void add(String line, LabelledPixels digits) {
    int[] values = Arrays.stream(line.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    byte[] pixels = new byte[PIXELS];
    for (int p = 0; p < PIXELS; p++) {
      pixels[p] = (byte) values[p];
    }
    digits.add(pixels, values[PIXELS]);
  }
}
