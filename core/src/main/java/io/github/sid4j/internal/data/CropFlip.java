package io.github.sid4j.internal.data;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.error.InputException;
import io.github.sid4j.random.Rng;
import java.util.Arrays;

/**
 * Crops a part of an image's own size at a random place of it and of what lies around it, and
 * mirrors it left to right: the usual augmentation for CIFAR (He et al., "Deep residual learning
 * for image recognition", CVPR 2016, section 4.2). A border is black before preparation, as it is
 * where images are augmented first and normalised afterwards.
 *
 * @param pixels the width of the border, at least 0
 * @param border what lies around the image
 * @param mirroring when it is mirrored
 */
public record CropFlip(int pixels, ImageBorder border, Mirroring mirroring)
    implements Augmentation {
  /**
   * Checks the border.
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
   * With a black border, mirrored with probability 1/2.
   *
   * @param pixels the width of the border, at least 0
   */
  public CropFlip(int pixels) {
    this(pixels, ImageBorder.BLACK, Mirroring.RANDOM);
  }

  /** Crops and perhaps mirrors, as in the first epoch. */
  @Override
  public void apply(float[] values, int offset, int[] shape, float[] padding, Rng rng) {
    apply(values, offset, shape, padding, new Turn(0, rng, rng));
  }

  /**
   * Crops and perhaps mirrors.
   *
   * @throws InputException if the example is no image, or smaller than its border
   */
  @Override
  public void apply(float[] values, int offset, int[] shape, float[] padding, Turn turn) {
    if (shape.length != 3) {
      throw unfit("images of shape [channels, height, width]", shape);
    }
    if (border == ImageBorder.REFLECTED && Math.min(shape[1], shape[2]) <= pixels) {
      throw unfit("images higher and wider than " + pixels + " pixels", shape);
    }
    int down = turn.rng().nextInt(2 * pixels + 1) - pixels;
    int right = turn.rng().nextInt(2 * pixels + 1) - pixels;
    boolean mirrored = mirroring.mirrors(turn);
    int plane = shape[1] * shape[2];
    for (int c = 0; c < shape[0]; c++) {
      int start = offset + c * plane;
      float[] source = Arrays.copyOfRange(values, start, start + plane);
      move(source, values, start, shape, down, right, mirrored, padding[c]);
    }
  }

  private static InputException unfit(String expected, int... shape) {
    return new InputException(
        "augmentation",
        expected,
        "examples of shape " + Arrays.toString(shape),
        "switch it off for this dataset");
  }

  private void move(
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
      int fromY = border.from(y + down, height);
      for (int x = 0; x < width; x++) {
        int fromX = border.from((mirrored ? width - 1 - x : x) + right, width);
        boolean inside = fromY >= 0 && fromX >= 0;
        target[start + y * width + x] = inside ? source[fromY * width + fromX] : black;
      }
    }
  }
}
