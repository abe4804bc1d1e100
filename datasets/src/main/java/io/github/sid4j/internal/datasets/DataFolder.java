package io.github.sid4j.internal.datasets;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DatasetRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a published dataset's files, which may lie one level below the one given. */
final class DataFolder {
  private final String dataset;
  private final Path folder;

  private DataFolder(String dataset, Path folder) {
    this.dataset = dataset;
    this.folder = folder;
  }

  /**
   * Finds the folder.
   *
   * @param request names the dataset and where to look
   * @param subfolders where the files may lie if not in the request's folder itself
   * @param marker a file by which the folder is known, perhaps with {@code .gz} after it
   */
  static DataFolder find(DatasetRequest request, List<String> subfolders, String marker) {
    Path given = request.requiredDir();
    Path folder =
        Stream.concat(Stream.of(given), subfolders.stream().map(given::resolve))
            .filter(dir -> exists(dir, marker))
            .findFirst()
            .orElse(given);
    return new DataFolder(request.name(), folder);
  }

  boolean has(String name) {
    return exists(folder, name);
  }

  /** A file of that name, or of that name with {@code .gz} after it. */
  Path file(String name) {
    Path plain = folder.resolve(name);
    Path packed = folder.resolve(name + ".gz");
    if (Files.isRegularFile(plain)) {
      return plain;
    }
    if (Files.isRegularFile(packed)) {
      return packed;
    }
    throw new InputException(
        plain.toString(),
        "a file of the dataset " + dataset,
        "none",
        "give the folder that holds it by data=PATH, or give download=true to fetch it");
  }

  private static boolean exists(Path dir, String marker) {
    return Files.exists(dir.resolve(marker)) || Files.exists(dir.resolve(marker + ".gz"));
  }
}
