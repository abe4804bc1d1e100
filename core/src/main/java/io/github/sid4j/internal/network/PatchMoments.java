package io.github.sid4j.internal.network;

/**
 * Means of the products of all pairs of numbers in a patch, over all patches of images. For one
 * thread at a time.
 */
final class PatchMoments {
  private final int kernel;
  private final int[] shape;
  private final int numbers;
  private final double[] sums;
  private long patches;

  /**
   * Begins without images.
   *
   * @param kernel side of a patch
   * @param shape of an image, [channels, height, width]
   */
  PatchMoments(int kernel, int... shape) {
    this.kernel = kernel;
    this.shape = shape.clone();
    numbers = shape[0] * kernel * kernel;
    sums = new double[numbers * numbers];
  }

  /** Adds the patches of an image that begins at a place of an array. */
  void add(float[] images, int offset) {
    double[] patch = new double[numbers];
    for (int y = 0; y + kernel <= shape[1]; y++) {
      for (int x = 0; x + kernel <= shape[2]; x++) {
        read(images, offset, y, x, patch);
        for (int i = 0; i < numbers; i++) {
          for (int j = 0; j <= i; j++) {
            sums[i * numbers + j] += patch[i] * patch[j];
          }
        }
        patches++;
      }
    }
  }

  /** In the order of a kernel: channel, row, column. */
  private void read(float[] images, int offset, int y, int x, double[] patch) {
    int i = 0;
    for (int c = 0; c < shape[0]; c++) {
      for (int down = 0; down < kernel; down++) {
        int from = offset + (c * shape[1] + y + down) * shape[2] + x;
        for (int right = 0; right < kernel; right++) {
          patch[i++] = images[from + right];
        }
      }
    }
  }

  /** The means, a symmetric matrix row by row. */
  double[] means() {
    double[] means = new double[sums.length];
    for (int i = 0; i < numbers; i++) {
      for (int j = 0; j <= i; j++) {
        means[i * numbers + j] = sums[i * numbers + j] / patches;
        means[j * numbers + i] = means[i * numbers + j];
      }
    }
    return means;
  }
}
