package io.github.sid4j.internal.network;

import java.util.Arrays;

/**
 * The shape of an image.
 *
 * @param channels at least 1
 * @param height in pixels
 * @param width in pixels
 */
public record ImageShape(int channels, int height, int width) {
  /**
   * Reads the shape of one example.
   *
   * @param shape [channels, height, width]
   * @param side smallest height and width that the network reads
   * @return the shape
   * @throws UnreadableShapeException if it is not that of an image, or that is smaller
   */
  public static ImageShape of(int[] shape, int side) {
    if (shape.length != 3 || shape[1] < side || shape[2] < side) {
      throw new UnreadableShapeException(
          "images of at least %sx%s".formatted(side, side),
          "examples of shape " + Arrays.toString(shape));
    }
    return new ImageShape(shape[0], shape[1], shape[2]);
  }
}
