package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.CsvLoader;
import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.data.DatasetProvider;
import io.github.sid4j.internal.data.DatasetProviders;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.Labels;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.data.RawExamples;
import io.github.sid4j.internal.data.RawImages;
import io.github.sid4j.internal.data.SplitDataset;
import io.github.sid4j.internal.data.TextLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Opens datasets by name and makes them of what is in memory. All methods are safe for several
 * threads.
 */
public final class Datasets {
  private Datasets() {}

  /**
   * Loads a dataset into memory.
   *
   * @param request which, and where it lies
   * @return the dataset
   * @throws InputException if there is no such dataset, or its files are missing or not valid
   * @throws IOException if a file cannot be read
   */
  public static Dataset open(DatasetRequest request) throws IOException {
    request.parts().checkFor(request.name());
    return switch (request.name()) {
      case "digits" -> DigitsLoader.load();
      case "folder" -> FolderLoader.load(request);
      case "csv" -> CsvLoader.load(request);
      case "text" -> TextLoader.load(request);
      default -> DatasetProviders.of(known(request.name())).open(request);
    };
  }

  /**
   * Brings what is missing of a published data set into a folder, by a {@link DatasetProvider}.
   *
   * @param name of a {@linkplain DatasetInfo#downloadable downloadable} data set
   * @param folder made if need be
   * @param progress hears how far each download has come, on the calling thread
   * @throws InputException if there is no such data set, no provider of it on the class path, or
   *     the folder holds something else under one of its names
   * @throws IOException if it cannot be fetched or written
   */
  public static void fetch(String name, Path folder, ProgressListener progress) throws IOException {
    DatasetProviders.of(known(name)).fetch(name, folder, progress);
  }

  private static String known(String name) {
    if (DatasetInfo.catalogue().stream().noneMatch(info -> info.name().equals(name))) {
      throw InputException.ofSetting(
          "dataset",
          DatasetInfo.catalogue().stream()
              .map(DatasetInfo::name)
              .collect(Collectors.joining(", ", "one of ", "")),
          name,
          "correct the name");
    }
    return name;
  }

  /**
   * The handwritten digits that are part of the library: 1,797 grey images of 8 x 8 in 10 classes,
   * a fifth of them for the test.
   *
   * @return the dataset
   */
  public static Dataset digits() {
    try {
      return DigitsLoader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("the digits are part of the library's jar", e);
    }
  }

  /**
   * A dataset of rows in memory without a test part, with the classes 0 to the highest label.
   *
   * @param rows at least one, each of the same number of finite values; not copied
   * @param labels for each row its class, at least 0
   * @return the dataset; its columns are standardised when it is split
   * @throws InputException if any of this does not hold, or there is only one class
   */
  public static Dataset of(float[][] rows, int[] labels) {
    return of(rows, labels, 0);
  }

  /**
   * The same with a test part.
   *
   * @param rows as above
   * @param labels as above
   * @param testFraction the share of each class to set aside as test part, at least 0 and below 1
   * @return the dataset
   * @throws InputException as above, or if the share cannot be taken
   */
  public static Dataset of(float[][] rows, int[] labels, double testFraction) {
    LabelledRows labelled = LabelledRows.of(rows, labels);
    int classes = 1 + Arrays.stream(labels).max().orElseThrow();
    if (classes < 2) {
      throw new InputException(
          "labels", "at least 2 classes", "class 0 alone", "give rows of another class");
    }
    List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    return ofRows("own", names, labelled, testFraction);
  }

  /**
   * A dataset of examples that a program prepares itself.
   *
   * @param name for reports
   * @param classNames the name of class c at index c
   * @param parts to train, validate and test with, all of one shape
   * @return the dataset, which is split as given, whatever the settings say
   */
  public static Dataset ofExamples(String name, List<String> classNames, Splits parts) {
    return new PreparedDataset(name, classNames, parts);
  }

  /**
   * A dataset of images in memory.
   *
   * @param name for reports
   * @param classNames the name of class c at index c
   * @param train to train and validate with
   * @param test of the same shape
   * @return the dataset
   * @throws InputException if there is no training image, the shapes differ or a label has no class
   *     name
   */
  public static Dataset ofImages(
      String name, List<String> classNames, ByteImages train, ByteImages test) {
    return ofImages(name, classNames, train, test, List.of());
  }

  /**
   * A dataset of images in memory, of which a reader of results should know something.
   *
   * @param name for reports
   * @param classNames the name of class c at index c
   * @param train to train and validate with
   * @param test of the same shape
   * @param notes as {@link Dataset#notes}
   * @return the dataset
   * @throws InputException if there is no training image, the shapes differ or a label has no class
   *     name
   */
  public static Dataset ofImages(
      String name, List<String> classNames, ByteImages train, ByteImages test, List<String> notes) {
    RawExamples all = new RawImages(train.followedBy(test));
    Labels.checkClasses(name, all, classNames.size());
    return SplitDataset.divided(name, classNames, all, train.size()).withNotes(notes);
  }

  /**
   * A dataset of images in memory that have no test part yet.
   *
   * @param name for reports
   * @param classNames the name of class c at index c
   * @param images to train, validate and test with
   * @param testFraction the share of each class to set aside as test part, at least 0 and below 1;
   *     the same images whatever the seed of a run
   * @return the dataset
   * @throws InputException if a label has no class name or the share cannot be taken
   */
  public static Dataset ofImages(
      String name, List<String> classNames, ByteImages images, double testFraction) {
    RawExamples all = new RawImages(images);
    Labels.checkClasses(name, all, classNames.size());
    return SplitDataset.undivided(name, classNames, all, testFraction);
  }

  /**
   * A dataset of rows in memory.
   *
   * @param name for reports
   * @param classNames the name of class c at index c
   * @param train to train and validate with
   * @param test of the same number of values in a row
   * @return the dataset; its columns are standardised when it is split
   * @throws InputException if the lengths of the rows differ or a label has no class name
   */
  public static Dataset ofRows(
      String name, List<String> classNames, LabelledRows train, LabelledRows test) {
    RawExamples all = new RawRows(train.followedBy(test));
    Labels.checkClasses(name, all, classNames.size());
    return SplitDataset.divided(name, classNames, all, train.size());
  }

  /**
   * A dataset of rows in memory that have no test part yet.
   *
   * @param name for reports
   * @param classNames the name of class c at index c
   * @param rows to train, validate and test with
   * @param testFraction the share of each class to set aside as test part, at least 0 and below 1;
   *     the same rows whatever the seed of a run
   * @return the dataset; its columns are standardised when it is split
   * @throws InputException if a label has no class name or the share cannot be taken
   */
  public static Dataset ofRows(
      String name, List<String> classNames, LabelledRows rows, double testFraction) {
    RawExamples all = new RawRows(rows);
    Labels.checkClasses(name, all, classNames.size());
    return SplitDataset.undivided(name, classNames, all, testFraction);
  }
}
