package io.github.sid4j.export;

import java.util.List;
import java.util.stream.LongStream;

/** Shapes of samples as the engine has shapes. */
final class Sizes {
  private Sizes() {}

  static long[] longs(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }

  /** The shape of so many samples. */
  static long[] batch(int samples, List<Integer> sizes) {
    return LongStream.concat(LongStream.of(samples), LongStream.of(longs(sizes))).toArray();
  }
}
