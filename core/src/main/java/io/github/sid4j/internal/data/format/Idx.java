package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the IDX files of MNIST and its kin, plain or as {@code .gz}: a magic number, the dimensions
 * and one unsigned byte for each value (Y. LeCun, C. Cortes and C. Burges, "The MNIST database").
 */
public final class Idx {
  private static final int LABELS_MAGIC = 0x0801;
  private static final int IMAGES_MAGIC = 0x0803;
  private static final int MAX_SIDE = 4096;

  private Idx() {}

  /**
   * Reads images.
   *
   * @param file with magic number 0x00000803
   * @return the images, at least one
   * @throws InputException if the file is not whole and valid
   * @throws IOException if it cannot be read
   */
  public static IdxImages images(Path file) throws IOException {
    try (StrictInput in = StrictInput.open(file)) {
      return images(in);
    }
  }

  /**
   * Reads labels.
   *
   * @param file with magic number 0x00000801
   * @param classes every label has to be below this
   * @return the labels, at least one
   * @throws InputException if the file is not whole and valid
   * @throws IOException if it cannot be read
   */
  public static int[] labels(Path file, int classes) throws IOException {
    try (StrictInput in = StrictInput.open(file)) {
      return labels(in, classes);
    }
  }

  static IdxImages images(StrictInput in) throws IOException {
    int count = header(in, IMAGES_MAGIC, "images");
    int height = side(in, "rows");
    int width = side(in, "columns");
    List<byte[]> pixels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pixels.add(in.next(height * width, "image " + i));
    }
    in.end();
    return new IdxImages(height, width, pixels);
  }

  static int[] labels(StrictInput in, int classes) throws IOException {
    int count = header(in, LABELS_MAGIC, "labels");
    byte[] bytes = in.next(count, "labels");
    in.end();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = bytes[i] & 0xFF;
      if (labels[i] >= classes) {
        throw new InputException(
            in.where() + " label " + i,
            "a label of 0 to " + (classes - 1),
            Integer.toString(labels[i]),
            "fetch the file again or use one of this dataset");
      }
    }
    return labels;
  }

  private static String hexadecimal(int number) {
    return "0x" + HexFormat.of().toHexDigits(number);
  }

  private static int header(StrictInput in, int magic, String what) throws IOException {
    int found = in.nextInt("magic number");
    if (found != magic) {
      throw new InputException(
          in.where(),
          "the magic number %s of IDX %s".formatted(hexadecimal(magic), what),
          hexadecimal(found),
          "check that it is the right file");
    }
    int count = in.nextInt("count");
    if (count < 1) {
      throw new InputException(
          in.where(), "at least one of " + what, Integer.toUnsignedString(count), "fetch it again");
    }
    return count;
  }

  private static int side(StrictInput in, String what) throws IOException {
    int side = in.nextInt(what);
    if (side < 1 || side > MAX_SIDE) {
      throw new InputException(
          in.where(),
          "1 to " + MAX_SIDE + " " + what,
          Integer.toUnsignedString(side),
          "fetch the file again");
    }
    return side;
  }
}
