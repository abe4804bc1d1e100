package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.data.format.SquareResizer;
import java.util.List;

/**
 * Images whose channels are standardised: a level becomes (level / maximum - mean) / deviation.
 *
 * @param height in pixels
 * @param width in pixels
 * @param maximum the level of full brightness in the training data, 1 .. 255
 * @param mean of each channel, of levels divided by the maximum
 * @param deviation of each channel, likewise; above 0
 */
public record ImageEncoding(
    int height, int width, int maximum, List<Double> mean, List<Double> deviation)
    implements InputEncoding {
  private static final int LEVELS = 256;

  /** What an image file's levels go to, whatever those of the training data went to. */
  public static final double FILE_MAXIMUM = 255;

  /**
   * Keeps copies that cannot be changed.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public ImageEncoding {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (height < 1 || width < 1 || maximum < 1 || maximum > FILE_MAXIMUM) {
      throw new IllegalArgumentException(
          "an image of %sx%s of levels up to %s".formatted(width, height, maximum));
    }
    if (mean.isEmpty()
        || mean.size() != deviation.size()
        || deviation.stream().anyMatch(value -> !(value > 0))) {
      throw new IllegalArgumentException("means %s and deviations %s".formatted(mean, deviation));
    }
  }

  @Override
  public int[] shape() {
    return new int[] {mean.size(), height, width};
  }

  /**
   * The numbers of an image of any size. Where the network reads squares, the largest square in the
   * middle is scaled, as for training. Grey becomes three equal channels, colours become grey by
   * their brightness, as the network needs.
   *
   * @param image read from a file
   * @param where the file, for messages
   * @return row by row, channel after channel
   * @throws InputException if the network reads images that are no squares, and this has another
   *     size; or if it reads other than one or three channels
   */
  public float[] encode(PixelImage image, String where) {
    PixelImage fitting = fitting(image, where);
    byte[] pixels = mean.size() == 1 ? fitting.grey() : fitting.values(3);
    float[] values = new float[pixels.length];
    int plane = height * width;
    for (int i = 0; i < values.length; i++) {
      values[i] = standardised((pixels[i] & 0xFF) / FILE_MAXIMUM, i / plane);
    }
    return values;
  }

  /**
   * The numbers of an image of the size that the network reads.
   *
   * @param levels from 0 to {@link #maximum}, row by row, channel after channel
   * @return standardised
   * @throws InputException if there are more or fewer, or one is out of range
   */
  public float[] encode(float... levels) {
    int plane = height * width;
    if (levels.length != mean.size() * plane) {
      throw new InputException(
          "image",
          mean.size() * plane + " levels",
          Integer.toString(levels.length),
          "give one level for each pixel and channel");
    }
    float[] values = new float[levels.length];
    for (int i = 0; i < levels.length; i++) {
      if (!(levels[i] >= 0 && levels[i] <= maximum)) {
        throw new InputException(
            "image", "levels from 0 to " + maximum, levels[i] + " at place " + i, "correct it");
      }
      values[i] = standardised(levels[i] / (double) maximum, i / plane);
    }
    return values;
  }

  private PixelImage fitting(PixelImage image, String where) {
    if (mean.size() != 1 && mean.size() != 3) {
      throw new InputException(
          where,
          "a model of images of 1 or 3 channels",
          mean.size() + " channels",
          "classify the numbers of the images in a program of your own");
    }
    if (height == width) {
      return new SquareResizer(height).resize(image);
    }
    if (image.height() != height || image.width() != width) {
      throw new InputException(
          where,
          width + "x" + height + " pixels, as in training",
          image.width() + "x" + image.height(),
          "scale the image");
    }
    return image;
  }

  /** What becomes of each level of the training data, by channel. */
  public float[][] levels() {
    float[][] levels = new float[mean.size()][LEVELS];
    for (int c = 0; c < levels.length; c++) {
      for (int level = 0; level < LEVELS; level++) {
        levels[c][level] = standardised(level / (double) maximum, c);
      }
    }
    return levels;
  }

  private float standardised(double brightness, int channel) {
    return (float) ((brightness - mean.get(channel)) / deviation.get(channel));
  }
}
