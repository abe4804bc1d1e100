package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.Tally;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Operations that look at images through a small window. All methods are safe for several threads.
 */
public final class Windows {
  private static final long[] ADJACENT = {1, 1};

  private Windows() {}

  /**
   * A convolution in groups: each group of channels given reads a group of channels of its own.
   *
   * @param x [B, in, H, W], H and W with their padding at least k
   * @param weight [out, in / groups, k, k]
   * @param bias [out], or null for none
   * @param stride step of the kernel, at least 1
   * @param padding zeros around the image on every side, at least 0
   * @param groups divides in and out; 1 for a usual convolution, in for a depthwise one
   * @return [B, out, H', W'] with {@code H' = (H + 2 padding - k) / stride + 1}, rounded down
   */
  public static Tensor conv2d(
      Tensor x, Tensor weight, @Nullable Tensor bias, int stride, int padding, int groups) {
    long[] shape = x.shape();
    if (shape.length != 4 || shape[1] != weight.size(1) * groups) {
      throw Functional.mismatch(
          "a convolution", "[B, " + weight.size(1) * groups + ", H, W]", shape);
    }
    long smallest = weight.size(2) - 2L * padding;
    if (shape[2] < smallest || shape[3] < smallest) {
      throw Functional.mismatch(
          "a convolution", "images of at least " + smallest + "x" + smallest, shape);
    }
    Tensor result =
        new Tensor(
            torch.conv2d(
                x.pointer(),
                weight.pointer(),
                Functional.optional(bias),
                new long[] {stride, stride},
                new long[] {padding, padding},
                ADJACENT,
                groups));
    // Each weight meets one number of the input for each place of the result.
    Tally.add(() -> shape[0] * weight.count() * result.size(2) * result.size(3), x);
    return result;
  }

  /**
   * Puts zeros around images.
   *
   * @param x [B, C, H, W]
   * @param top rows above, at least 0
   * @param bottom rows below, at least 0
   * @param left columns before, at least 0
   * @param right columns behind, at least 0
   * @return [B, C, top + H + bottom, left + W + right]
   */
  public static Tensor padded(Tensor x, int top, int bottom, int left, int right) {
    return new Tensor(
        torch.constant_pad_nd(x.pointer(), new long[] {left, right, top, bottom}, new Scalar(0)));
  }

  /**
   * The largest number of each window; what lies outside of the image counts nowhere.
   *
   * @param x [B, C, H, W], H and W with their padding at least the kernel
   * @param kernel height and width of the window
   * @param stride its step, at least 1
   * @param padding how far it reaches over every side, at most half the kernel
   * @return [B, C, H', W'] with {@code H' = (H + 2 padding - kernel) / stride + 1}, rounded down
   */
  public static Tensor maxPool(Tensor x, int kernel, int stride, int padding) {
    long[] shape = x.shape();
    long smallest = kernel - 2L * padding;
    if (shape.length != 4 || shape[2] < smallest || shape[3] < smallest) {
      throw Functional.mismatch(
          "pooling by %sx%s".formatted(kernel, kernel),
          "[B, C, H, W] with H and W at least " + smallest,
          shape);
    }
    return new Tensor(
        torch.max_pool2d(
            x.pointer(),
            new long[] {kernel, kernel},
            new long[] {stride, stride},
            new long[] {padding, padding},
            ADJACENT,
            /* ceil_mode= */ false));
  }

  /**
   * The largest number of each channel.
   *
   * @param x [B, C, H, W]
   * @return [B, C]; of equal numbers one gets the gradient
   */
  public static Tensor globalMaxPool(Tensor x) {
    long[] shape = x.shape();
    if (shape.length != 4) {
      throw Functional.mismatch("the global maximum", "[B, C, H, W]", shape);
    }
    long[] all = {shape[2], shape[3]};
    Tensor largest =
        new Tensor(
            torch.max_pool2d(
                x.pointer(), all, all, new long[] {0, 0}, ADJACENT, /* ceil_mode= */ false));
    return largest.reshape(shape[0], shape[1]);
  }
}
