package io.github.sid4j.internal.data;

import java.util.List;

/**
 * What is known of a dataset before it is opened.
 *
 * @param name by which it is opened
 * @param description one line
 * @param shape [channels, height, width] of its images; empty where the user's data decides
 * @param classes how many; 0 where the user's data decides
 * @param trainSize examples for training and validation; 0 where the user's data decides
 * @param testSize examples of the test part; 0 where the user's data decides
 * @param source where its files come from
 */
public record DatasetInfo(
    String name,
    String description,
    List<Integer> shape,
    int classes,
    int trainSize,
    int testSize,
    Source source) {
  /** Where a dataset's files come from. */
  public enum Source {
    /** Part of the library. */
    BUILT_IN,
    /** Has a public home to fetch it from. */
    DOWNLOAD,
    /** The user's own files. */
    FILES
  }

  /**
   * All datasets that can be opened by name.
   *
   * @return in the order to list them
   */
  public static List<DatasetInfo> catalogue() {
    return List.of(
        images("digits", "Handwritten digits, UCI", 8, 10, 1438, 359, Source.BUILT_IN),
        images("mnist", "Handwritten digits, MNIST", 28, 10, 60_000, 10_000, Source.DOWNLOAD),
        images("fashion-mnist", "Articles of clothing", 28, 10, 60_000, 10_000, Source.DOWNLOAD),
        colour("cifar10", "Photographs, CIFAR-10", 10),
        colour("cifar100", "Photographs, CIFAR-100 (fine labels)", 100),
        new DatasetInfo(
            "tiny-imagenet",
            "Photographs, Tiny-ImageNet",
            List.of(3, 64, 64),
            200,
            100_000,
            10_000,
            Source.FILES),
        files("folder", "Your images: DIR/train/CLASS/* and DIR/test/CLASS/*, or DIR/CLASS/*"),
        files("csv", "Your table: a CSV file, or a folder with train.csv and perhaps test.csv"),
        files("text", "Your texts: columns of a table in CSV, JSON lines or Parquet"),
        files("parquet", "Your images or table: Parquet files, as Hugging Face has them"),
        files("webdataset", "Your images: tar files with 1.jpg, 1.cls and so on"),
        files("jsonl", "Your table: a file of JSON objects, one on a line"));
  }

  /**
   * Whether its files can be fetched.
   *
   * @return true if it has a public home
   */
  public boolean downloadable() {
    return source == Source.DOWNLOAD;
  }

  /**
   * Whether the files of a data set can be fetched.
   *
   * @param name of any data set
   * @return true if it has a public home
   */
  public static boolean isDownloadable(String name) {
    return catalogue().stream().anyMatch(info -> info.downloadable() && info.name.equals(name));
  }

  /** Whether a data set is a published one, not the user's own. */
  public static boolean isPublished(String name) {
    return catalogue().stream().anyMatch(info -> info.name.equals(name) && !info.shape.isEmpty());
  }

  private static DatasetInfo images(
      String name, String description, int side, int classes, int train, int test, Source source) {
    return new DatasetInfo(name, description, List.of(1, side, side), classes, train, test, source);
  }

  private static DatasetInfo colour(String name, String description, int classes) {
    return new DatasetInfo(
        name, description, List.of(3, 32, 32), classes, 50_000, 10_000, Source.DOWNLOAD);
  }

  private static DatasetInfo files(String name, String description) {
    return new DatasetInfo(name, description, List.of(), 0, 0, 0, Source.FILES);
  }
}
