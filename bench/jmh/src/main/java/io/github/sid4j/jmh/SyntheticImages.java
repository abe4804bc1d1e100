package io.github.sid4j.jmh;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Made-up images of CIFAR's shape. */
final class SyntheticImages {
  /** [channels, height, width]. */
  static final int[] SHAPE = {3, 32, 32};

  /** The values of one image. */
  static final int VALUES = 3 * 32 * 32;

  private static final int CLASSES = 10;

  private SyntheticImages() {}

  /** Training examples as a dataset gives them. */
  static Examples examples(int count) {
    Rng rng = Rng.of(1);
    List<byte[]> pixels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] image = new byte[VALUES];
      for (int p = 0; p < VALUES; p++) {
        image[p] = (byte) rng.nextLong();
      }
      pixels.add(image);
    }
    ByteImages images = ByteImages.of(pixels, Numbers.labels(count, CLASSES), SHAPE);
    List<String> names = IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
    return Datasets.ofImages("made-up", names, images, 0).split(0, 1).train();
  }
}
