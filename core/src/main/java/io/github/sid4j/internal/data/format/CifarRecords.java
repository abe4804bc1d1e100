package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads the binary files of CIFAR-10 and CIFAR-100: records of one label byte (CIFAR-100: a coarse
 * and a fine one) and 3x32x32 values, red, green, blue (A. Krizhevsky, "Learning multiple layers of
 * features from tiny images", 2009).
 */
public final class CifarRecords {
  /** Values of one image. */
  public static final int PIXELS = 3 * 32 * 32;

  private final int labelBytes;
  private final int classes;

  private CifarRecords(int labelBytes, int classes) {
    this.labelBytes = labelBytes;
    this.classes = classes;
  }

  /**
   * Records with one label of 10 classes.
   *
   * @return the reader
   */
  public static CifarRecords cifar10() {
    return new CifarRecords(1, 10);
  }

  /**
   * Records with a coarse label, which is passed over, and a fine one of 100 classes.
   *
   * @return the reader
   */
  public static CifarRecords cifar100() {
    return new CifarRecords(2, 100);
  }

  /**
   * Reads a file of any whole number of records, so that a part of the data can be used too.
   *
   * @param file at least one record
   * @param into receives the images and labels
   * @throws InputException if the file is not whole and valid
   * @throws IOException if it cannot be read
   */
  public void read(Path file, LabelledPixels into) throws IOException {
    try (StrictInput in = StrictInput.open(file)) {
      read(in, into);
    }
  }

  void read(StrictInput in, LabelledPixels into) throws IOException {
    int record = 0;
    do {
      int label = in.next(labelBytes, "label of record " + record)[labelBytes - 1] & 0xFF;
      if (label >= classes) {
        throw new InputException(
            in.where() + " record " + record,
            "a label of 0 to " + (classes - 1),
            Integer.toString(label),
            "fetch or copy the file again");
      }
      into.add(in.next(PIXELS, "image of record " + record), label);
      record++;
    } while (!in.atEnd());
  }
}
