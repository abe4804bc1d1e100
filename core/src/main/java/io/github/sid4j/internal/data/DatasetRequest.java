package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.ImageRules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which dataset to open.
 *
 * @param name one of {@link DatasetInfo#catalogue}
 * @param dir the folder (for {@code csv} also the file) that holds it; null for a built-in dataset
 * @param csv what is given about {@code csv} data
 * @param parts how {@code folder} or {@code csv} data that has no test part of its own gets one
 * @param imageSize the side in pixels of the squares that images of {@code folder} data become; 0
 *     leaves them as they are, and then they must be of one size
 * @param imageRules how images of {@code folder} data become squares
 * @param text what is given about {@code text} data
 * @param reading how data in shards is read
 */
public record DatasetRequest(
    String name,
    @Nullable Path dir,
    CsvOptions csv,
    PartRules parts,
    int imageSize,
    ImageRules imageRules,
    TextOptions text,
    ReadingRules reading) {
  private static final int MAX_IMAGE_SIZE = 1024;

  /** The share of data without a test part that is set aside as one by default. */
  public static final double DEFAULT_TEST_FRACTION = 0.2;

  /**
   * Checks the request.
   *
   * @throws InputException if the image size is out of range
   */
  public DatasetRequest {
    if (imageSize < 0 || imageSize > MAX_IMAGE_SIZE) {
      throw new InputException(
          "image size", "0 to " + MAX_IMAGE_SIZE, Integer.toString(imageSize), "correct it");
    }
  }

  /**
   * A request for data that is no text.
   *
   * @param name as above
   * @param dir as above
   * @param csv as above
   * @param parts as above
   * @param imageSize as above
   * @param imageRules as above
   * @param reading as above
   * @throws InputException if the image size is out of range
   */
  public DatasetRequest(
      String name,
      @Nullable Path dir,
      CsvOptions csv,
      PartRules parts,
      int imageSize,
      ImageRules imageRules,
      ReadingRules reading) {
    this(name, dir, csv, parts, imageSize, imageRules, TextOptions.DEFAULT, reading);
  }

  /**
   * A request in which {@code csv} data is described by its label column alone.
   *
   * @param name one of {@link DatasetInfo#catalogue}
   * @param dir the folder or file that holds it; null for a built-in dataset
   * @param labelColumn the column of {@code csv} data that holds the class
   * @param testFraction the share to set aside as test part, above 0 and below 1
   * @param imageSize as above
   * @throws InputException if the test fraction or the image size is out of range
   */
  public DatasetRequest(
      String name, @Nullable Path dir, String labelColumn, double testFraction, int imageSize) {
    this(
        name,
        dir,
        CsvOptions.of(labelColumn),
        PartRules.share(testFraction),
        imageSize,
        ImageRules.DEFAULT,
        ReadingRules.DEFAULT);
  }

  /**
   * A request with all defaults.
   *
   * @param name one of {@link DatasetInfo#catalogue}
   * @param dir the folder or file that holds it; null for a built-in dataset
   * @return the request
   */
  public static DatasetRequest of(String name, @Nullable Path dir) {
    return new DatasetRequest(name, dir, CsvOptions.DEFAULT_LABEL_COLUMN, DEFAULT_TEST_FRACTION, 0);
  }

  /**
   * The place of data that is not built in.
   *
   * @return where there is something
   * @throws InputException if none is given or nothing is there
   */
  public Path requiredDir() {
    if (dir == null) {
      throw new InputException(
          "dataset " + name, "the folder that holds its files", "none", "name the folder");
    }
    if (!Files.exists(dir)) {
      throw new InputException(
          dir.toString(),
          "the data of " + name,
          "nothing there",
          DatasetInfo.isDownloadable(name)
              ? "correct data=PATH, or give download=true to fetch it"
              : "correct data=PATH");
    }
    return dir;
  }
}
