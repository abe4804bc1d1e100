package io.github.sid4j.internal.data;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.error.InputException;
import io.github.sid4j.random.Rng;
import java.util.Arrays;

/**
 * Pads an image with black on all sides, crops a part of its own size at a random place and mirrors
 * it left to right with probability 1/2: the usual augmentation for CIFAR (He et al., "Deep
 * residual learning for image recognition", CVPR 2016, section 4.2). The padding is black before
 * preparation, as it is where images are augmented first and normalised afterwards.
 *
 * @param pixels the width of the padding, at least 0
 */
public record CropFlip(int pixels) implements Augmentation {
  /**
   * Checks the padding.
   *
   * @throws InputException if it is negative
   */
  public CropFlip {
    if (pixels < 0) {
      throw new InputException(
          "padding of the augmentation", "at least 0", Integer.toString(pixels), "correct it");
    }
  }

  /**
   * Crops and perhaps mirrors.
   *
   * @throws InputException if the example is no image
   */
  @Override
  public void apply(float[] values, int offset, int[] shape, float[] padding, Rng rng) {
    if (shape.length != 3) {
      throw new InputException(
          "augmentation",
          "images of shape [channels, height, width]",
          "examples of shape " + Arrays.toString(shape),
          "switch it off for this dataset");
    }
    int down = rng.nextInt(2 * pixels + 1) - pixels;
    int right = rng.nextInt(2 * pixels + 1) - pixels;
    boolean mirrored = rng.nextDouble() < 0.5;
    int plane = shape[1] * shape[2];
    for (int c = 0; c < shape[0]; c++) {
      int start = offset + c * plane;
      float[] source = Arrays.copyOfRange(values, start, start + plane);
      move(source, values, start, shape, down, right, mirrored, padding[c]);
    }
  }

  private static void move(
      float[] source,
      float[] target,
      int start,
      int[] shape,
      int down,
      int right,
      boolean mirrored,
      float black) {
    int height = shape[1];
    int width = shape[2];
    for (int y = 0; y < height; y++) {
      int fromY = y + down;
      for (int x = 0; x < width; x++) {
        int fromX = (mirrored ? width - 1 - x : x) + right;
        boolean inside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width;
        target[start + y * width + x] = inside ? source[fromY * width + fromX] : black;
      }
    }
  }
}
