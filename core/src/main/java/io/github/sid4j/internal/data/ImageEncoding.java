package io.github.sid4j.internal.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.data.image.ImageRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Images whose channels are standardised: a level becomes (level / maximum - mean) / deviation.
 *
 * @param height in pixels
 * @param width in pixels
 * @param maximum the level of full brightness in the training data, 1 .. 255
 * @param mean of each channel, of levels divided by the maximum
 * @param deviation of each channel, likewise; above 0
 * @param rules how image files become squares; null for the usual ones
 */
public record ImageEncoding(
    int height,
    int width,
    int maximum,
    List<Double> mean,
    List<Double> deviation,
    @JsonProperty(isRequired = OptBoolean.FALSE) ImageRules rules)
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
    rules = rules == null ? ImageRules.DEFAULT : rules;
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
   * The numbers of an image file, prepared as for training. Large photos need little memory.
   *
   * @param file PNG, JPEG or WebP
   * @return row by row, channel after channel
   * @throws InputException if it is no whole image, or as {@link #encode(PixelImage, String)}
   * @throws IOException if it cannot be read
   */
  public float[] encode(Path file) throws IOException {
    return encode(ImageFile.read(file, rules, side()), file.toString());
  }

  /**
   * The numbers of what an image file holds, as {@link #encode(Path)} makes them.
   *
   * @param file PNG, JPEG or WebP, is read to its end; stays open
   * @param where it comes from, for messages
   * @return row by row, channel after channel
   * @throws InputException as above
   * @throws IOException if it cannot be read
   */
  public float[] encode(InputStream file, String where) throws IOException {
    return encode(ImageFile.read(file, where, rules, side()), where);
  }

  /** Of the squares that the network reads; 0 if it reads other shapes. */
  private int side() {
    return height == width ? height : 0;
  }

  /**
   * The numbers of an image of any size. Where the network reads squares, the image is made one by
   * the rules, unless it has that size. Grey becomes three equal channels, colours become grey by
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
    boolean fits = image.height() == height && image.width() == width;
    if (!fits && height == width) {
      return image.resized(rules, height);
    }
    if (!fits) {
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
