package io.github.sid4j.internal.network;

/** How many zeros a convolution puts around an image. */
public sealed interface Padding {
  /**
   * Zeros above rows, or before columns.
   *
   * @param size height or width of the image
   * @return at least 0
   */
  int before(long size);

  /**
   * Zeros below rows, or behind columns.
   *
   * @param size height or width of the image
   * @return at least 0
   */
  int after(long size);

  /**
   * The same number on every side.
   *
   * @param pixels at least 0
   * @return whatever the size of the image
   */
  static Padding of(int pixels) {
    return new Even(pixels);
  }

  /**
   * As TensorFlow's "same": as many that the result has the image's size divided by the stride,
   * rounded up; of an odd number the smaller half comes before.
   *
   * @param kernel height and width of the kernel
   * @param stride its step
   * @return depends on the size of the image
   */
  static Padding ofTensorFlow(int kernel, int stride) {
    return new Same(kernel, stride);
  }

  /**
   * The same number on every side.
   *
   * @param pixels at least 0
   */
  record Even(int pixels) implements Padding {
    @Override
    public int before(long size) {
      return pixels;
    }

    @Override
    public int after(long size) {
      return pixels;
    }
  }

  /**
   * As TensorFlow pads.
   *
   * @param kernel height and width of the kernel
   * @param stride its step
   */
  record Same(int kernel, int stride) implements Padding {
    @Override
    public int before(long size) {
      return total(size) / 2;
    }

    @Override
    public int after(long size) {
      int total = total(size);
      return total - total / 2;
    }

    private int total(long size) {
      long given = (size + stride - 1) / stride;
      return Math.toIntExact(Math.max(0, (given - 1) * stride + kernel - size));
    }
  }
}
