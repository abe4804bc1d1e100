package io.github.sid4j.internal.data.image;

import java.util.Arrays;

/**
 * Upright rows are stored columns: sums grow with each row that comes, and an upright column is
 * done when its last row is there. Few are under way at a time.
 */
final class TransposedResampler extends Resampler {
  private final int begin;
  private final int length;

  /** By upright column: channel after channel, each along the stored row. */
  private final byte[][] done;

  private final int[][] sums;

  TransposedResampler(int width, int channels, Plan plan) {
    super(width, channels, plan);
    this.begin = down.begin();
    this.length = down.end() - begin;
    this.done = new byte[across.count()][];
    this.sums = new int[across.count()][];
  }

  @Override
  public void row(int y, byte[] levels) {
    if (y == 0) {
      Arrays.fill(sums, null);
    }
    for (int x = 0; x < across.count(); x++) {
      int[] weights = across.weights(x);
      int k = y - across.first(x);
      if (k >= 0 && k < weights.length) {
        if (sums[x] == null) {
          sums[x] = new int[channels * length];
        }
        add(weights[k], levels, sums[x]);
        if (k == weights.length - 1) {
          done[x] = levels(sums[x]);
          sums[x] = null;
        }
      }
    }
  }

  private void add(int weight, byte[] levels, int[] sums) {
    for (int c = 0; c < channels; c++) {
      int from = c * width + begin;
      for (int i = 0; i < length; i++) {
        sums[c * length + i] += weight * (levels[from + i] & 0xFF);
      }
    }
  }

  private static byte[] levels(int[] sums) {
    byte[] levels = new byte[sums.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = AxisTaps.level(sums[i]);
    }
    return levels;
  }

  @Override
  void finish(int channel, int y, byte[] into, int start) {
    int from = channel * length + down.first(y) - begin;
    for (int x = 0; x < done.length; x++) {
      into[start + x] = down.mean(y, done[x], from, 1);
    }
  }
}
