package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled images in memory, one byte for each value, all of one shape. The pixels are not copied:
 * who made them must leave them alone.
 */
public final class ByteImages implements Pixels {
  private final List<byte[]> pixels;
  private final int[] labels;
  private final int[] shape;
  private final int maximum;

  private ByteImages(List<byte[]> pixels, int[] labels, int[] shape, int maximum) {
    this.pixels = pixels;
    this.labels = labels;
    this.shape = shape;
    this.maximum = maximum;
  }

  /**
   * Images of 256 levels.
   *
   * @param pixels for each image its unsigned values row by row, channel after channel
   * @param labels for each image its class, at least 0
   * @param shape [channels, height, width]
   * @return the images
   * @throws InputException if the lengths do not fit together or a label is negative
   */
  public static ByteImages of(List<byte[]> pixels, int[] labels, int... shape) {
    return withMaximum(pixels, labels, shape, 255);
  }

  /**
   * Images of fewer levels.
   *
   * @param pixels for each image its unsigned values row by row, channel after channel
   * @param labels for each image its class, at least 0
   * @param shape [channels, height, width]
   * @param maximum the value of full brightness, 1 .. 255
   * @return the images
   * @throws InputException if the lengths do not fit together, a label is negative or a value is
   *     above the maximum
   */
  public static ByteImages withMaximum(
      List<byte[]> pixels, int[] labels, int[] shape, int maximum) {
    if (maximum < 1 || maximum > 255) {
      throw new IllegalArgumentException("maximum must be 1 .. 255, found " + maximum);
    }
    if (shape.length != 3 || Arrays.stream(shape).anyMatch(d -> d < 1)) {
      throw new InputException(
          "images", "a shape [channels, height, width]", Arrays.toString(shape), "correct it");
    }
    Labels.check("images", labels, pixels.size());
    long length = (long) shape[0] * shape[1] * shape[2];
    for (int i = 0; i < pixels.size(); i++) {
      check(pixels.get(i), i, length, maximum);
    }
    return new ByteImages(List.copyOf(pixels), labels.clone(), shape.clone(), maximum);
  }

  /**
   * How many there are.
   *
   * @return at least 0
   */
  @Override
  public int size() {
    return labels.length;
  }

  /**
   * The shape of one image.
   *
   * @return [channels, height, width], a copy
   */
  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public byte[] pixels(int index) {
    return pixels.get(index);
  }

  /** Grey images with three equal channels. */
  @Override
  public ByteImages inColour() {
    List<byte[]> tripled = new ArrayList<>();
    for (byte[] grey : pixels) {
      byte[] colour = new byte[3 * grey.length];
      for (int c = 0; c < 3; c++) {
        System.arraycopy(grey, 0, colour, c * grey.length, grey.length);
      }
      tripled.add(colour);
    }
    return new ByteImages(tripled, labels, new int[] {3, shape[1], shape[2]}, maximum);
  }

  @Override
  public int maximum() {
    return maximum;
  }

  public ByteImages followedBy(ByteImages others) {
    if (!Arrays.equals(shape, others.shape) || maximum != others.maximum) {
      throw new InputException(
          "test images",
          "the shape of the training images, " + Arrays.toString(shape),
          Arrays.toString(others.shape),
          "bring them to one shape");
    }
    List<byte[]> both = new ArrayList<>(pixels);
    both.addAll(others.pixels);
    return new ByteImages(both, Labels.joined(labels, others.labels), shape, maximum);
  }

  private static void check(byte[] image, int index, long length, int maximum) {
    if (image.length != length) {
      throw new InputException(
          "image " + index, length + " values", Integer.toString(image.length), "correct it");
    }
    if (maximum == 255) {
      return;
    }
    for (byte value : image) {
      if ((value & 0xFF) > maximum) {
        throw new InputException(
            "image " + index,
            "values of at most " + maximum,
            Integer.toString(value & 0xFF),
            "correct it");
      }
    }
  }
}
